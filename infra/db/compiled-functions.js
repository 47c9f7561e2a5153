export default {
  __version: '7.2.1',
  'hydrator-user_account_9000-full-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity UserAccount ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.userId === null) {
        entity.userId = null;
      } else if (typeof data.userId !== 'undefined') {
        entity.userId = data.userId;
      }
      if (data.login === null) {
        entity.login = null;
      } else if (typeof data.login !== 'undefined') {
        entity.login = data.login;
      }
      if (data.loginKey === null) {
        entity.loginKey = null;
      } else if (typeof data.loginKey !== 'undefined') {
        entity.loginKey = data.loginKey;
      }
      if (data.secret === null) {
        entity.secret = null;
      } else if (typeof data.secret !== 'undefined') {
        entity.secret = data.secret;
      }
      if (data.createdAt === null) {
        entity.createdAt = null;
      } else if (typeof data.createdAt !== 'undefined') {
        entity.createdAt = data.createdAt;
      }
      if (data.disabledAt === null) {
        entity.disabledAt = null;
      } else if (typeof data.disabledAt !== 'undefined') {
        entity.disabledAt = data.disabledAt;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'hydrator-user_account_9000-full-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity UserAccount ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.userId === null) {
        entity.userId = null;
      } else if (typeof data.userId !== 'undefined') {
        entity.userId = data.userId;
      }
      if (data.login === null) {
        entity.login = null;
      } else if (typeof data.login !== 'undefined') {
        entity.login = data.login;
      }
      if (data.loginKey === null) {
        entity.loginKey = null;
      } else if (typeof data.loginKey !== 'undefined') {
        entity.loginKey = data.loginKey;
      }
      if (data.secret === null) {
        entity.secret = null;
      } else if (typeof data.secret !== 'undefined') {
        entity.secret = data.secret;
      }
      if (data.createdAt === null) {
        entity.createdAt = null;
      } else if (typeof data.createdAt !== 'undefined') {
        entity.createdAt = data.createdAt;
      }
      if (data.disabledAt === null) {
        entity.disabledAt = null;
      } else if (typeof data.disabledAt !== 'undefined') {
        entity.disabledAt = data.disabledAt;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'comparator-user_account_9000': function(compareArrays, compareBooleans, compareBuffers, compareObjects, equals) {
    // compiled comparator for entity UserAccount
    return function(last, current, options) {
      const diff = {};
      if (current.networkId === null && last.networkId === undefined) {
        diff.networkId = current.networkId;
      } else if (current.networkId == null && last.networkId == null) {
    
      } else if ((current.networkId != null && last.networkId == null) || (current.networkId == null && last.networkId != null)) {
        diff.networkId = current.networkId;
      } else if (last.networkId !== current.networkId) {
        diff.networkId = current.networkId;
      }
    
      if (current.userId === null && last.userId === undefined) {
        diff.userId = current.userId;
      } else if (current.userId == null && last.userId == null) {
    
      } else if ((current.userId != null && last.userId == null) || (current.userId == null && last.userId != null)) {
        diff.userId = current.userId;
      } else if (last.userId !== current.userId) {
        diff.userId = current.userId;
      }
    
      if (current.login === null && last.login === undefined) {
        diff.login = current.login;
      } else if (current.login == null && last.login == null) {
    
      } else if ((current.login != null && last.login == null) || (current.login == null && last.login != null)) {
        diff.login = current.login;
      } else if (last.login !== current.login) {
        diff.login = current.login;
      }
    
      if (current.loginKey === null && last.loginKey === undefined) {
        diff.loginKey = current.loginKey;
      } else if (current.loginKey == null && last.loginKey == null) {
    
      } else if ((current.loginKey != null && last.loginKey == null) || (current.loginKey == null && last.loginKey != null)) {
        diff.loginKey = current.loginKey;
      } else if (last.loginKey !== current.loginKey) {
        diff.loginKey = current.loginKey;
      }
    
      if (current.secret === null && last.secret === undefined) {
        diff.secret = current.secret;
      } else if (current.secret == null && last.secret == null) {
    
      } else if ((current.secret != null && last.secret == null) || (current.secret == null && last.secret != null)) {
        diff.secret = current.secret;
      } else if (last.secret !== current.secret) {
        diff.secret = current.secret;
      }
    
      if (current.createdAt === null && last.createdAt === undefined) {
        diff.createdAt = current.createdAt;
      } else if (current.createdAt == null && last.createdAt == null) {
    
      } else if ((current.createdAt != null && last.createdAt == null) || (current.createdAt == null && last.createdAt != null)) {
        diff.createdAt = current.createdAt;
      } else if (last.createdAt !== current.createdAt) {
        diff.createdAt = current.createdAt;
      }
    
      if (current.disabledAt === null && last.disabledAt === undefined) {
        diff.disabledAt = current.disabledAt;
      } else if (current.disabledAt == null && last.disabledAt == null) {
    
      } else if ((current.disabledAt != null && last.disabledAt == null) || (current.disabledAt == null && last.disabledAt != null)) {
        diff.disabledAt = current.disabledAt;
      } else if (last.disabledAt !== current.disabledAt) {
        diff.disabledAt = current.disabledAt;
      }
    
      if (current.mark === null && last.mark === undefined) {
        diff.mark = current.mark;
      } else if (current.mark == null && last.mark == null) {
    
      } else if ((current.mark != null && last.mark == null) || (current.mark == null && last.mark != null)) {
        diff.mark = current.mark;
      } else if (last.mark !== current.mark) {
        diff.mark = current.mark;
      }
    
    if (options?.includeInverseSides) {
    }
      return diff;
    }
  },
  'snapshotGenerator-user_account_9000': function(clone, cloneEmbeddable) {
    return function(entity) {
      const ret = {};
      if (typeof entity.networkId !== 'undefined') {
        ret.networkId = entity.networkId;
      }
    
      if (typeof entity.userId !== 'undefined') {
        ret.userId = entity.userId;
      }
    
      if (typeof entity.login !== 'undefined') {
        ret.login = entity.login;
      }
    
      if (typeof entity.loginKey !== 'undefined') {
        ret.loginKey = entity.loginKey;
      }
    
      if (typeof entity.secret !== 'undefined') {
        ret.secret = entity.secret;
      }
    
      if (typeof entity.createdAt !== 'undefined') {
        ret.createdAt = entity.createdAt;
      }
    
      if (typeof entity.disabledAt !== 'undefined') {
        ret.disabledAt = entity.disabledAt;
      }
    
      if (typeof entity.mark !== 'undefined') {
        ret.mark = entity.mark;
      }
    
      return ret;
    }
  },
  'resultMapper-user_account_9000': function(PolymorphicRef) {
    // compiled mapper for entity UserAccount
    return function(result) {
      const ret = {};
      const mapped = {};
      if (typeof result.network_id !== 'undefined') {
        ret.networkId = result.network_id;
        mapped.network_id = true;
      }
      if (typeof result.user_id !== 'undefined') {
        ret.userId = result.user_id;
        mapped.user_id = true;
      }
      if (typeof result.login !== 'undefined') {
        ret.login = result.login;
        mapped.login = true;
      }
      if (typeof result.login_key !== 'undefined') {
        ret.loginKey = result.login_key;
        mapped.login_key = true;
      }
      if (typeof result.secret !== 'undefined') {
        ret.secret = result.secret;
        mapped.secret = true;
      }
      if (typeof result.created_at !== 'undefined') {
        ret.createdAt = result.created_at;
        mapped.created_at = true;
      }
      if (typeof result.disabled_at !== 'undefined') {
        ret.disabledAt = result.disabled_at;
        mapped.disabled_at = true;
      }
      if (typeof result.mark !== 'undefined') {
        ret.mark = result.mark;
        mapped.mark = true;
      }
      for (let k in result) { if (Object.hasOwn(result, k) && !mapped[k] && ret[k] === undefined) ret[k] = result[k]; }
      return ret;
    }
  },
  'hydrator-user_account_9000-reference-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity UserAccount ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.userId === null) {
        entity.userId = null;
      } else if (typeof data.userId !== 'undefined') {
        entity.userId = data.userId;
      }
    }
  },
  'hydrator-user_account_9000-reference-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity UserAccount ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.userId === null) {
        entity.userId = null;
      } else if (typeof data.userId !== 'undefined') {
        entity.userId = data.userId;
      }
    }
  },
  'pkGetter-user_account_9000': function(isEntityOrRef) {
    // compiled pk getter for entity UserAccount
    return function(entity) {
      const cond = {
        networkId: entity.networkId,
        userId: entity.userId,
      };
      if (cond.networkId == null || cond.userId == null) return null;
      return cond;
    }
  },
  'pkGetterConverted-user_account_9000': function(isEntityOrRef) {
    // compiled pk getter (with converted custom types) for entity UserAccount
    return function(entity) {
      const cond = {
        networkId: entity.networkId,
        userId: entity.userId,
      };
      if (cond.networkId == null || cond.userId == null) return null;
      return cond;
    }
  },
  'pkSerializer-user_account_9000': function(isEntityOrRef, getCompositeKeyValue, getPrimaryKeyHash) {
    // compiled pk serializer for entity UserAccount
    return function(entity) {
      const pks = entity.__helper.__pk ? getCompositeKeyValue(entity.__helper.__pk) : [
        entity.networkId,
        entity.userId,
      ];
      return pks.join('~~~');
    }
  },
  'hydrator-support_file_21000-full-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity SupportFile ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.code === null) {
        entity.code = null;
      } else if (typeof data.code !== 'undefined') {
        entity.code = data.code;
      }
      if (data.sealed === null) {
        entity.sealed = null;
      } else if (typeof data.sealed !== 'undefined') {
        entity.sealed = data.sealed;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'hydrator-support_file_21000-full-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity SupportFile ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.code === null) {
        entity.code = null;
      } else if (typeof data.code !== 'undefined') {
        entity.code = data.code;
      }
      if (data.sealed === null) {
        entity.sealed = null;
      } else if (typeof data.sealed !== 'undefined') {
        entity.sealed = data.sealed;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'comparator-support_file_21000': function(compareArrays, compareBooleans, compareBuffers, compareObjects, equals) {
    // compiled comparator for entity SupportFile
    return function(last, current, options) {
      const diff = {};
      if (current.fundId === null && last.fundId === undefined) {
        diff.fundId = current.fundId;
      } else if (current.fundId == null && last.fundId == null) {
    
      } else if ((current.fundId != null && last.fundId == null) || (current.fundId == null && last.fundId != null)) {
        diff.fundId = current.fundId;
      } else if (last.fundId !== current.fundId) {
        diff.fundId = current.fundId;
      }
    
      if (current.code === null && last.code === undefined) {
        diff.code = current.code;
      } else if (current.code == null && last.code == null) {
    
      } else if ((current.code != null && last.code == null) || (current.code == null && last.code != null)) {
        diff.code = current.code;
      } else if (last.code !== current.code) {
        diff.code = current.code;
      }
    
      if (current.sealed === null && last.sealed === undefined) {
        diff.sealed = current.sealed;
      } else if (current.sealed == null && last.sealed == null) {
    
      } else if ((current.sealed != null && last.sealed == null) || (current.sealed == null && last.sealed != null)) {
        diff.sealed = current.sealed;
      } else if (!equals(last.sealed, current.sealed)) {
        diff.sealed = current.sealed;
      }
    
      if (current.mark === null && last.mark === undefined) {
        diff.mark = current.mark;
      } else if (current.mark == null && last.mark == null) {
    
      } else if ((current.mark != null && last.mark == null) || (current.mark == null && last.mark != null)) {
        diff.mark = current.mark;
      } else if (last.mark !== current.mark) {
        diff.mark = current.mark;
      }
    
    if (options?.includeInverseSides) {
    }
      return diff;
    }
  },
  'snapshotGenerator-support_file_21000': function(clone, cloneEmbeddable) {
    return function(entity) {
      const ret = {};
      if (typeof entity.fundId !== 'undefined') {
        ret.fundId = entity.fundId;
      }
    
      if (typeof entity.code !== 'undefined') {
        ret.code = entity.code;
      }
    
      if (typeof entity.sealed !== 'undefined') {
        ret.sealed = clone(entity.sealed);
      }
    
      if (typeof entity.mark !== 'undefined') {
        ret.mark = entity.mark;
      }
    
      return ret;
    }
  },
  'resultMapper-support_file_21000': function(PolymorphicRef) {
    // compiled mapper for entity SupportFile
    return function(result) {
      const ret = {};
      const mapped = {};
      if (typeof result.fund_id !== 'undefined') {
        ret.fundId = result.fund_id;
        mapped.fund_id = true;
      }
      if (typeof result.code !== 'undefined') {
        ret.code = result.code;
        mapped.code = true;
      }
      if (typeof result.sealed !== 'undefined') {
        ret.sealed = result.sealed;
        mapped.sealed = true;
      }
      if (typeof result.mark !== 'undefined') {
        ret.mark = result.mark;
        mapped.mark = true;
      }
      for (let k in result) { if (Object.hasOwn(result, k) && !mapped[k] && ret[k] === undefined) ret[k] = result[k]; }
      return ret;
    }
  },
  'hydrator-support_file_21000-reference-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity SupportFile ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.code === null) {
        entity.code = null;
      } else if (typeof data.code !== 'undefined') {
        entity.code = data.code;
      }
    }
  },
  'hydrator-support_file_21000-reference-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity SupportFile ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.code === null) {
        entity.code = null;
      } else if (typeof data.code !== 'undefined') {
        entity.code = data.code;
      }
    }
  },
  'pkGetter-support_file_21000': function(isEntityOrRef) {
    // compiled pk getter for entity SupportFile
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        code: entity.code,
      };
      if (cond.fundId == null || cond.code == null) return null;
      return cond;
    }
  },
  'pkGetterConverted-support_file_21000': function(isEntityOrRef) {
    // compiled pk getter (with converted custom types) for entity SupportFile
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        code: entity.code,
      };
      if (cond.fundId == null || cond.code == null) return null;
      return cond;
    }
  },
  'pkSerializer-support_file_21000': function(isEntityOrRef, getCompositeKeyValue, getPrimaryKeyHash) {
    // compiled pk serializer for entity SupportFile
    return function(entity) {
      const pks = entity.__helper.__pk ? getCompositeKeyValue(entity.__helper.__pk) : [
        entity.fundId,
        entity.code,
      ];
      return pks.join('~~~');
    }
  },
  'hydrator-support_claim_22000-full-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity SupportClaim ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.claim === null) {
        entity.claim = null;
      } else if (typeof data.claim !== 'undefined') {
        entity.claim = data.claim;
      }
      if (data.holder === null) {
        entity.holder = null;
      } else if (typeof data.holder !== 'undefined') {
        entity.holder = data.holder;
      }
      if (data.untilOn === null) {
        entity.untilOn = null;
      } else if (typeof data.untilOn !== 'undefined') {
        entity.untilOn = data.untilOn;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'hydrator-support_claim_22000-full-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity SupportClaim ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.claim === null) {
        entity.claim = null;
      } else if (typeof data.claim !== 'undefined') {
        entity.claim = data.claim;
      }
      if (data.holder === null) {
        entity.holder = null;
      } else if (typeof data.holder !== 'undefined') {
        entity.holder = data.holder;
      }
      if (data.untilOn === null) {
        entity.untilOn = null;
      } else if (typeof data.untilOn !== 'undefined') {
        entity.untilOn = data.untilOn;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'comparator-support_claim_22000': function(compareArrays, compareBooleans, compareBuffers, compareObjects, equals) {
    // compiled comparator for entity SupportClaim
    return function(last, current, options) {
      const diff = {};
      if (current.networkId === null && last.networkId === undefined) {
        diff.networkId = current.networkId;
      } else if (current.networkId == null && last.networkId == null) {
    
      } else if ((current.networkId != null && last.networkId == null) || (current.networkId == null && last.networkId != null)) {
        diff.networkId = current.networkId;
      } else if (last.networkId !== current.networkId) {
        diff.networkId = current.networkId;
      }
    
      if (current.claim === null && last.claim === undefined) {
        diff.claim = current.claim;
      } else if (current.claim == null && last.claim == null) {
    
      } else if ((current.claim != null && last.claim == null) || (current.claim == null && last.claim != null)) {
        diff.claim = current.claim;
      } else if (last.claim !== current.claim) {
        diff.claim = current.claim;
      }
    
      if (current.holder === null && last.holder === undefined) {
        diff.holder = current.holder;
      } else if (current.holder == null && last.holder == null) {
    
      } else if ((current.holder != null && last.holder == null) || (current.holder == null && last.holder != null)) {
        diff.holder = current.holder;
      } else if (last.holder !== current.holder) {
        diff.holder = current.holder;
      }
    
      if (current.untilOn === null && last.untilOn === undefined) {
        diff.untilOn = current.untilOn;
      } else if (current.untilOn == null && last.untilOn == null) {
    
      } else if ((current.untilOn != null && last.untilOn == null) || (current.untilOn == null && last.untilOn != null)) {
        diff.untilOn = current.untilOn;
      } else if (last.untilOn !== current.untilOn) {
        diff.untilOn = current.untilOn;
      }
    
      if (current.mark === null && last.mark === undefined) {
        diff.mark = current.mark;
      } else if (current.mark == null && last.mark == null) {
    
      } else if ((current.mark != null && last.mark == null) || (current.mark == null && last.mark != null)) {
        diff.mark = current.mark;
      } else if (last.mark !== current.mark) {
        diff.mark = current.mark;
      }
    
    if (options?.includeInverseSides) {
    }
      return diff;
    }
  },
  'snapshotGenerator-support_claim_22000': function(clone, cloneEmbeddable) {
    return function(entity) {
      const ret = {};
      if (typeof entity.networkId !== 'undefined') {
        ret.networkId = entity.networkId;
      }
    
      if (typeof entity.claim !== 'undefined') {
        ret.claim = entity.claim;
      }
    
      if (typeof entity.holder !== 'undefined') {
        ret.holder = entity.holder;
      }
    
      if (typeof entity.untilOn !== 'undefined') {
        ret.untilOn = entity.untilOn;
      }
    
      if (typeof entity.mark !== 'undefined') {
        ret.mark = entity.mark;
      }
    
      return ret;
    }
  },
  'resultMapper-support_claim_22000': function(PolymorphicRef) {
    // compiled mapper for entity SupportClaim
    return function(result) {
      const ret = {};
      const mapped = {};
      if (typeof result.network_id !== 'undefined') {
        ret.networkId = result.network_id;
        mapped.network_id = true;
      }
      if (typeof result.claim !== 'undefined') {
        ret.claim = result.claim;
        mapped.claim = true;
      }
      if (typeof result.holder !== 'undefined') {
        ret.holder = result.holder;
        mapped.holder = true;
      }
      if (typeof result.until_on !== 'undefined') {
        ret.untilOn = result.until_on;
        mapped.until_on = true;
      }
      if (typeof result.mark !== 'undefined') {
        ret.mark = result.mark;
        mapped.mark = true;
      }
      for (let k in result) { if (Object.hasOwn(result, k) && !mapped[k] && ret[k] === undefined) ret[k] = result[k]; }
      return ret;
    }
  },
  'hydrator-support_claim_22000-reference-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity SupportClaim ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.claim === null) {
        entity.claim = null;
      } else if (typeof data.claim !== 'undefined') {
        entity.claim = data.claim;
      }
    }
  },
  'hydrator-support_claim_22000-reference-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity SupportClaim ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.claim === null) {
        entity.claim = null;
      } else if (typeof data.claim !== 'undefined') {
        entity.claim = data.claim;
      }
    }
  },
  'pkGetter-support_claim_22000': function(isEntityOrRef) {
    // compiled pk getter for entity SupportClaim
    return function(entity) {
      const cond = {
        networkId: entity.networkId,
        claim: entity.claim,
      };
      if (cond.networkId == null || cond.claim == null) return null;
      return cond;
    }
  },
  'pkGetterConverted-support_claim_22000': function(isEntityOrRef) {
    // compiled pk getter (with converted custom types) for entity SupportClaim
    return function(entity) {
      const cond = {
        networkId: entity.networkId,
        claim: entity.claim,
      };
      if (cond.networkId == null || cond.claim == null) return null;
      return cond;
    }
  },
  'pkSerializer-support_claim_22000': function(isEntityOrRef, getCompositeKeyValue, getPrimaryKeyHash) {
    // compiled pk serializer for entity SupportClaim
    return function(entity) {
      const pks = entity.__helper.__pk ? getCompositeKeyValue(entity.__helper.__pk) : [
        entity.networkId,
        entity.claim,
      ];
      return pks.join('~~~');
    }
  },
  'hydrator-subject_5000-full-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Subject ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.kind === null) {
        entity.kind = null;
      } else if (typeof data.kind !== 'undefined') {
        entity.kind = data.kind;
      }
      if (data.key === null) {
        entity.key = null;
      } else if (typeof data.key !== 'undefined') {
        entity.key = data.key;
      }
      if (data.data === null) {
        entity.data = null;
      } else if (typeof data.data !== 'undefined') {
        entity.data = data.data;
      }
      if (data.seq === null) {
        entity.seq = null;
      } else if (typeof data.seq !== 'undefined') {
        entity.seq = data.seq;
      }
    }
  },
  'hydrator-subject_5000-full-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Subject ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.kind === null) {
        entity.kind = null;
      } else if (typeof data.kind !== 'undefined') {
        entity.kind = data.kind;
      }
      if (data.key === null) {
        entity.key = null;
      } else if (typeof data.key !== 'undefined') {
        entity.key = data.key;
      }
      if (data.data === null) {
        entity.data = null;
      } else if (typeof data.data !== 'undefined') {
        entity.data = data.data;
      }
      if (data.seq === null) {
        entity.seq = null;
      } else if (typeof data.seq !== 'undefined') {
        entity.seq = data.seq;
      }
    }
  },
  'comparator-subject_5000': function(compareArrays, compareBooleans, compareBuffers, compareObjects, equals) {
    // compiled comparator for entity Subject
    return function(last, current, options) {
      const diff = {};
      if (current.fundId === null && last.fundId === undefined) {
        diff.fundId = current.fundId;
      } else if (current.fundId == null && last.fundId == null) {
    
      } else if ((current.fundId != null && last.fundId == null) || (current.fundId == null && last.fundId != null)) {
        diff.fundId = current.fundId;
      } else if (last.fundId !== current.fundId) {
        diff.fundId = current.fundId;
      }
    
      if (current.kind === null && last.kind === undefined) {
        diff.kind = current.kind;
      } else if (current.kind == null && last.kind == null) {
    
      } else if ((current.kind != null && last.kind == null) || (current.kind == null && last.kind != null)) {
        diff.kind = current.kind;
      } else if (last.kind !== current.kind) {
        diff.kind = current.kind;
      }
    
      if (current.key === null && last.key === undefined) {
        diff.key = current.key;
      } else if (current.key == null && last.key == null) {
    
      } else if ((current.key != null && last.key == null) || (current.key == null && last.key != null)) {
        diff.key = current.key;
      } else if (last.key !== current.key) {
        diff.key = current.key;
      }
    
      if (current.data === null && last.data === undefined) {
        diff.data = current.data;
      } else if (current.data == null && last.data == null) {
    
      } else if ((current.data != null && last.data == null) || (current.data == null && last.data != null)) {
        diff.data = current.data;
      } else if (!equals(last.data, current.data)) {
        diff.data = current.data;
      }
    
      if (current.seq === null && last.seq === undefined) {
        diff.seq = current.seq;
      } else if (current.seq == null && last.seq == null) {
    
      } else if ((current.seq != null && last.seq == null) || (current.seq == null && last.seq != null)) {
        diff.seq = current.seq;
      } else if (!equals(last.seq, current.seq)) {
        diff.seq = current.seq;
      }
    
    if (options?.includeInverseSides) {
    }
      return diff;
    }
  },
  'snapshotGenerator-subject_5000': function(clone, cloneEmbeddable) {
    return function(entity) {
      const ret = {};
      if (typeof entity.fundId !== 'undefined') {
        ret.fundId = entity.fundId;
      }
    
      if (typeof entity.kind !== 'undefined') {
        ret.kind = entity.kind;
      }
    
      if (typeof entity.key !== 'undefined') {
        ret.key = entity.key;
      }
    
      if (typeof entity.data !== 'undefined') {
        ret.data = clone(entity.data);
      }
    
      if (typeof entity.seq !== 'undefined') {
        ret.seq = clone(entity.seq);
      }
    
      return ret;
    }
  },
  'resultMapper-subject_5000': function(PolymorphicRef) {
    // compiled mapper for entity Subject
    return function(result) {
      const ret = {};
      const mapped = {};
      if (typeof result.fund_id !== 'undefined') {
        ret.fundId = result.fund_id;
        mapped.fund_id = true;
      }
      if (typeof result.kind !== 'undefined') {
        ret.kind = result.kind;
        mapped.kind = true;
      }
      if (typeof result.key !== 'undefined') {
        ret.key = result.key;
        mapped.key = true;
      }
      if (typeof result.data !== 'undefined') {
        ret.data = result.data;
        mapped.data = true;
      }
      if (typeof result.seq !== 'undefined') {
        ret.seq = result.seq;
        mapped.seq = true;
      }
      for (let k in result) { if (Object.hasOwn(result, k) && !mapped[k] && ret[k] === undefined) ret[k] = result[k]; }
      return ret;
    }
  },
  'hydrator-subject_5000-reference-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Subject ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.kind === null) {
        entity.kind = null;
      } else if (typeof data.kind !== 'undefined') {
        entity.kind = data.kind;
      }
      if (data.key === null) {
        entity.key = null;
      } else if (typeof data.key !== 'undefined') {
        entity.key = data.key;
      }
    }
  },
  'hydrator-subject_5000-reference-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Subject ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.kind === null) {
        entity.kind = null;
      } else if (typeof data.kind !== 'undefined') {
        entity.kind = data.kind;
      }
      if (data.key === null) {
        entity.key = null;
      } else if (typeof data.key !== 'undefined') {
        entity.key = data.key;
      }
    }
  },
  'pkGetter-subject_5000': function(isEntityOrRef) {
    // compiled pk getter for entity Subject
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        kind: entity.kind,
        key: entity.key,
      };
      if (cond.fundId == null || cond.kind == null || cond.key == null) return null;
      return cond;
    }
  },
  'pkGetterConverted-subject_5000': function(isEntityOrRef) {
    // compiled pk getter (with converted custom types) for entity Subject
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        kind: entity.kind,
        key: entity.key,
      };
      if (cond.fundId == null || cond.kind == null || cond.key == null) return null;
      return cond;
    }
  },
  'pkSerializer-subject_5000': function(isEntityOrRef, getCompositeKeyValue, getPrimaryKeyHash) {
    // compiled pk serializer for entity Subject
    return function(entity) {
      const pks = entity.__helper.__pk ? getCompositeKeyValue(entity.__helper.__pk) : [
        entity.fundId,
        entity.kind,
        entity.key,
      ];
      return pks.join('~~~');
    }
  },
  'hydrator-session_12000-full-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Session ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.sessionId === null) {
        entity.sessionId = null;
      } else if (typeof data.sessionId !== 'undefined') {
        entity.sessionId = data.sessionId;
      }
      if (data.tokenHash === null) {
        entity.tokenHash = null;
      } else if (typeof data.tokenHash !== 'undefined') {
        entity.tokenHash = data.tokenHash;
      }
      if (data.userId === null) {
        entity.userId = null;
      } else if (typeof data.userId !== 'undefined') {
        entity.userId = data.userId;
      }
      if (data.cardFundId === null) {
        entity.cardFundId = null;
      } else if (typeof data.cardFundId !== 'undefined') {
        entity.cardFundId = data.cardFundId;
      }
      if (data.cardMemberId === null) {
        entity.cardMemberId = null;
      } else if (typeof data.cardMemberId !== 'undefined') {
        entity.cardMemberId = data.cardMemberId;
      }
      if (data.deviceId === null) {
        entity.deviceId = null;
      } else if (typeof data.deviceId !== 'undefined') {
        entity.deviceId = data.deviceId;
      }
      if (data.startedAt === null) {
        entity.startedAt = null;
      } else if (typeof data.startedAt !== 'undefined') {
        entity.startedAt = data.startedAt;
      }
      if (data.seenAt === null) {
        entity.seenAt = null;
      } else if (typeof data.seenAt !== 'undefined') {
        entity.seenAt = data.seenAt;
      }
      if (data.endsAt === null) {
        entity.endsAt = null;
      } else if (typeof data.endsAt !== 'undefined') {
        entity.endsAt = data.endsAt;
      }
      if (data.steppedUpAt === null) {
        entity.steppedUpAt = null;
      } else if (typeof data.steppedUpAt !== 'undefined') {
        entity.steppedUpAt = data.steppedUpAt;
      }
      if (data.endedAt === null) {
        entity.endedAt = null;
      } else if (typeof data.endedAt !== 'undefined') {
        entity.endedAt = data.endedAt;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'hydrator-session_12000-full-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Session ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.sessionId === null) {
        entity.sessionId = null;
      } else if (typeof data.sessionId !== 'undefined') {
        entity.sessionId = data.sessionId;
      }
      if (data.tokenHash === null) {
        entity.tokenHash = null;
      } else if (typeof data.tokenHash !== 'undefined') {
        entity.tokenHash = data.tokenHash;
      }
      if (data.userId === null) {
        entity.userId = null;
      } else if (typeof data.userId !== 'undefined') {
        entity.userId = data.userId;
      }
      if (data.cardFundId === null) {
        entity.cardFundId = null;
      } else if (typeof data.cardFundId !== 'undefined') {
        entity.cardFundId = data.cardFundId;
      }
      if (data.cardMemberId === null) {
        entity.cardMemberId = null;
      } else if (typeof data.cardMemberId !== 'undefined') {
        entity.cardMemberId = data.cardMemberId;
      }
      if (data.deviceId === null) {
        entity.deviceId = null;
      } else if (typeof data.deviceId !== 'undefined') {
        entity.deviceId = data.deviceId;
      }
      if (data.startedAt === null) {
        entity.startedAt = null;
      } else if (typeof data.startedAt !== 'undefined') {
        entity.startedAt = data.startedAt;
      }
      if (data.seenAt === null) {
        entity.seenAt = null;
      } else if (typeof data.seenAt !== 'undefined') {
        entity.seenAt = data.seenAt;
      }
      if (data.endsAt === null) {
        entity.endsAt = null;
      } else if (typeof data.endsAt !== 'undefined') {
        entity.endsAt = data.endsAt;
      }
      if (data.steppedUpAt === null) {
        entity.steppedUpAt = null;
      } else if (typeof data.steppedUpAt !== 'undefined') {
        entity.steppedUpAt = data.steppedUpAt;
      }
      if (data.endedAt === null) {
        entity.endedAt = null;
      } else if (typeof data.endedAt !== 'undefined') {
        entity.endedAt = data.endedAt;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'comparator-session_12000': function(compareArrays, compareBooleans, compareBuffers, compareObjects, equals) {
    // compiled comparator for entity Session
    return function(last, current, options) {
      const diff = {};
      if (current.networkId === null && last.networkId === undefined) {
        diff.networkId = current.networkId;
      } else if (current.networkId == null && last.networkId == null) {
    
      } else if ((current.networkId != null && last.networkId == null) || (current.networkId == null && last.networkId != null)) {
        diff.networkId = current.networkId;
      } else if (last.networkId !== current.networkId) {
        diff.networkId = current.networkId;
      }
    
      if (current.sessionId === null && last.sessionId === undefined) {
        diff.sessionId = current.sessionId;
      } else if (current.sessionId == null && last.sessionId == null) {
    
      } else if ((current.sessionId != null && last.sessionId == null) || (current.sessionId == null && last.sessionId != null)) {
        diff.sessionId = current.sessionId;
      } else if (last.sessionId !== current.sessionId) {
        diff.sessionId = current.sessionId;
      }
    
      if (current.tokenHash === null && last.tokenHash === undefined) {
        diff.tokenHash = current.tokenHash;
      } else if (current.tokenHash == null && last.tokenHash == null) {
    
      } else if ((current.tokenHash != null && last.tokenHash == null) || (current.tokenHash == null && last.tokenHash != null)) {
        diff.tokenHash = current.tokenHash;
      } else if (last.tokenHash !== current.tokenHash) {
        diff.tokenHash = current.tokenHash;
      }
    
      if (current.userId === null && last.userId === undefined) {
        diff.userId = current.userId;
      } else if (current.userId == null && last.userId == null) {
    
      } else if ((current.userId != null && last.userId == null) || (current.userId == null && last.userId != null)) {
        diff.userId = current.userId;
      } else if (last.userId !== current.userId) {
        diff.userId = current.userId;
      }
    
      if (current.cardFundId === null && last.cardFundId === undefined) {
        diff.cardFundId = current.cardFundId;
      } else if (current.cardFundId == null && last.cardFundId == null) {
    
      } else if ((current.cardFundId != null && last.cardFundId == null) || (current.cardFundId == null && last.cardFundId != null)) {
        diff.cardFundId = current.cardFundId;
      } else if (last.cardFundId !== current.cardFundId) {
        diff.cardFundId = current.cardFundId;
      }
    
      if (current.cardMemberId === null && last.cardMemberId === undefined) {
        diff.cardMemberId = current.cardMemberId;
      } else if (current.cardMemberId == null && last.cardMemberId == null) {
    
      } else if ((current.cardMemberId != null && last.cardMemberId == null) || (current.cardMemberId == null && last.cardMemberId != null)) {
        diff.cardMemberId = current.cardMemberId;
      } else if (last.cardMemberId !== current.cardMemberId) {
        diff.cardMemberId = current.cardMemberId;
      }
    
      if (current.deviceId === null && last.deviceId === undefined) {
        diff.deviceId = current.deviceId;
      } else if (current.deviceId == null && last.deviceId == null) {
    
      } else if ((current.deviceId != null && last.deviceId == null) || (current.deviceId == null && last.deviceId != null)) {
        diff.deviceId = current.deviceId;
      } else if (last.deviceId !== current.deviceId) {
        diff.deviceId = current.deviceId;
      }
    
      if (current.startedAt === null && last.startedAt === undefined) {
        diff.startedAt = current.startedAt;
      } else if (current.startedAt == null && last.startedAt == null) {
    
      } else if ((current.startedAt != null && last.startedAt == null) || (current.startedAt == null && last.startedAt != null)) {
        diff.startedAt = current.startedAt;
      } else if (last.startedAt !== current.startedAt) {
        diff.startedAt = current.startedAt;
      }
    
      if (current.seenAt === null && last.seenAt === undefined) {
        diff.seenAt = current.seenAt;
      } else if (current.seenAt == null && last.seenAt == null) {
    
      } else if ((current.seenAt != null && last.seenAt == null) || (current.seenAt == null && last.seenAt != null)) {
        diff.seenAt = current.seenAt;
      } else if (last.seenAt !== current.seenAt) {
        diff.seenAt = current.seenAt;
      }
    
      if (current.endsAt === null && last.endsAt === undefined) {
        diff.endsAt = current.endsAt;
      } else if (current.endsAt == null && last.endsAt == null) {
    
      } else if ((current.endsAt != null && last.endsAt == null) || (current.endsAt == null && last.endsAt != null)) {
        diff.endsAt = current.endsAt;
      } else if (last.endsAt !== current.endsAt) {
        diff.endsAt = current.endsAt;
      }
    
      if (current.steppedUpAt === null && last.steppedUpAt === undefined) {
        diff.steppedUpAt = current.steppedUpAt;
      } else if (current.steppedUpAt == null && last.steppedUpAt == null) {
    
      } else if ((current.steppedUpAt != null && last.steppedUpAt == null) || (current.steppedUpAt == null && last.steppedUpAt != null)) {
        diff.steppedUpAt = current.steppedUpAt;
      } else if (last.steppedUpAt !== current.steppedUpAt) {
        diff.steppedUpAt = current.steppedUpAt;
      }
    
      if (current.endedAt === null && last.endedAt === undefined) {
        diff.endedAt = current.endedAt;
      } else if (current.endedAt == null && last.endedAt == null) {
    
      } else if ((current.endedAt != null && last.endedAt == null) || (current.endedAt == null && last.endedAt != null)) {
        diff.endedAt = current.endedAt;
      } else if (last.endedAt !== current.endedAt) {
        diff.endedAt = current.endedAt;
      }
    
      if (current.mark === null && last.mark === undefined) {
        diff.mark = current.mark;
      } else if (current.mark == null && last.mark == null) {
    
      } else if ((current.mark != null && last.mark == null) || (current.mark == null && last.mark != null)) {
        diff.mark = current.mark;
      } else if (last.mark !== current.mark) {
        diff.mark = current.mark;
      }
    
    if (options?.includeInverseSides) {
    }
      return diff;
    }
  },
  'snapshotGenerator-session_12000': function(clone, cloneEmbeddable) {
    return function(entity) {
      const ret = {};
      if (typeof entity.networkId !== 'undefined') {
        ret.networkId = entity.networkId;
      }
    
      if (typeof entity.sessionId !== 'undefined') {
        ret.sessionId = entity.sessionId;
      }
    
      if (typeof entity.tokenHash !== 'undefined') {
        ret.tokenHash = entity.tokenHash;
      }
    
      if (typeof entity.userId !== 'undefined') {
        ret.userId = entity.userId;
      }
    
      if (typeof entity.cardFundId !== 'undefined') {
        ret.cardFundId = entity.cardFundId;
      }
    
      if (typeof entity.cardMemberId !== 'undefined') {
        ret.cardMemberId = entity.cardMemberId;
      }
    
      if (typeof entity.deviceId !== 'undefined') {
        ret.deviceId = entity.deviceId;
      }
    
      if (typeof entity.startedAt !== 'undefined') {
        ret.startedAt = entity.startedAt;
      }
    
      if (typeof entity.seenAt !== 'undefined') {
        ret.seenAt = entity.seenAt;
      }
    
      if (typeof entity.endsAt !== 'undefined') {
        ret.endsAt = entity.endsAt;
      }
    
      if (typeof entity.steppedUpAt !== 'undefined') {
        ret.steppedUpAt = entity.steppedUpAt;
      }
    
      if (typeof entity.endedAt !== 'undefined') {
        ret.endedAt = entity.endedAt;
      }
    
      if (typeof entity.mark !== 'undefined') {
        ret.mark = entity.mark;
      }
    
      return ret;
    }
  },
  'resultMapper-session_12000': function(PolymorphicRef) {
    // compiled mapper for entity Session
    return function(result) {
      const ret = {};
      const mapped = {};
      if (typeof result.network_id !== 'undefined') {
        ret.networkId = result.network_id;
        mapped.network_id = true;
      }
      if (typeof result.session_id !== 'undefined') {
        ret.sessionId = result.session_id;
        mapped.session_id = true;
      }
      if (typeof result.token_hash !== 'undefined') {
        ret.tokenHash = result.token_hash;
        mapped.token_hash = true;
      }
      if (typeof result.user_id !== 'undefined') {
        ret.userId = result.user_id;
        mapped.user_id = true;
      }
      if (typeof result.card_fund_id !== 'undefined') {
        ret.cardFundId = result.card_fund_id;
        mapped.card_fund_id = true;
      }
      if (typeof result.card_member_id !== 'undefined') {
        ret.cardMemberId = result.card_member_id;
        mapped.card_member_id = true;
      }
      if (typeof result.device_id !== 'undefined') {
        ret.deviceId = result.device_id;
        mapped.device_id = true;
      }
      if (typeof result.started_at !== 'undefined') {
        ret.startedAt = result.started_at;
        mapped.started_at = true;
      }
      if (typeof result.seen_at !== 'undefined') {
        ret.seenAt = result.seen_at;
        mapped.seen_at = true;
      }
      if (typeof result.ends_at !== 'undefined') {
        ret.endsAt = result.ends_at;
        mapped.ends_at = true;
      }
      if (typeof result.stepped_up_at !== 'undefined') {
        ret.steppedUpAt = result.stepped_up_at;
        mapped.stepped_up_at = true;
      }
      if (typeof result.ended_at !== 'undefined') {
        ret.endedAt = result.ended_at;
        mapped.ended_at = true;
      }
      if (typeof result.mark !== 'undefined') {
        ret.mark = result.mark;
        mapped.mark = true;
      }
      for (let k in result) { if (Object.hasOwn(result, k) && !mapped[k] && ret[k] === undefined) ret[k] = result[k]; }
      return ret;
    }
  },
  'hydrator-session_12000-reference-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Session ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.sessionId === null) {
        entity.sessionId = null;
      } else if (typeof data.sessionId !== 'undefined') {
        entity.sessionId = data.sessionId;
      }
    }
  },
  'hydrator-session_12000-reference-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Session ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.sessionId === null) {
        entity.sessionId = null;
      } else if (typeof data.sessionId !== 'undefined') {
        entity.sessionId = data.sessionId;
      }
    }
  },
  'pkGetter-session_12000': function(isEntityOrRef) {
    // compiled pk getter for entity Session
    return function(entity) {
      const cond = {
        networkId: entity.networkId,
        sessionId: entity.sessionId,
      };
      if (cond.networkId == null || cond.sessionId == null) return null;
      return cond;
    }
  },
  'pkGetterConverted-session_12000': function(isEntityOrRef) {
    // compiled pk getter (with converted custom types) for entity Session
    return function(entity) {
      const cond = {
        networkId: entity.networkId,
        sessionId: entity.sessionId,
      };
      if (cond.networkId == null || cond.sessionId == null) return null;
      return cond;
    }
  },
  'pkSerializer-session_12000': function(isEntityOrRef, getCompositeKeyValue, getPrimaryKeyHash) {
    // compiled pk serializer for entity Session
    return function(entity) {
      const pks = entity.__helper.__pk ? getCompositeKeyValue(entity.__helper.__pk) : [
        entity.networkId,
        entity.sessionId,
      ];
      return pks.join('~~~');
    }
  },
  'hydrator-register_24000-full-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Register ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.scope === null) {
        entity.scope = null;
      } else if (typeof data.scope !== 'undefined') {
        entity.scope = data.scope;
      }
      if (data.kind === null) {
        entity.kind = null;
      } else if (typeof data.kind !== 'undefined') {
        entity.kind = data.kind;
      }
      if (data.changes === null) {
        entity.changes = null;
      } else if (typeof data.changes !== 'undefined') {
        entity.changes = data.changes;
      }
      if (data.rows === null) {
        entity.rows = null;
      } else if (typeof data.rows !== 'undefined') {
        entity.rows = data.rows;
      }
      if (data.digest === null) {
        entity.digest = null;
      } else if (typeof data.digest !== 'undefined') {
        entity.digest = data.digest;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'hydrator-register_24000-full-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Register ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.scope === null) {
        entity.scope = null;
      } else if (typeof data.scope !== 'undefined') {
        entity.scope = data.scope;
      }
      if (data.kind === null) {
        entity.kind = null;
      } else if (typeof data.kind !== 'undefined') {
        entity.kind = data.kind;
      }
      if (data.changes === null) {
        entity.changes = null;
      } else if (typeof data.changes !== 'undefined') {
        entity.changes = data.changes;
      }
      if (data.rows === null) {
        entity.rows = null;
      } else if (typeof data.rows !== 'undefined') {
        entity.rows = data.rows;
      }
      if (data.digest === null) {
        entity.digest = null;
      } else if (typeof data.digest !== 'undefined') {
        entity.digest = data.digest;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'comparator-register_24000': function(compareArrays, compareBooleans, compareBuffers, compareObjects, equals) {
    // compiled comparator for entity Register
    return function(last, current, options) {
      const diff = {};
      if (current.scope === null && last.scope === undefined) {
        diff.scope = current.scope;
      } else if (current.scope == null && last.scope == null) {
    
      } else if ((current.scope != null && last.scope == null) || (current.scope == null && last.scope != null)) {
        diff.scope = current.scope;
      } else if (last.scope !== current.scope) {
        diff.scope = current.scope;
      }
    
      if (current.kind === null && last.kind === undefined) {
        diff.kind = current.kind;
      } else if (current.kind == null && last.kind == null) {
    
      } else if ((current.kind != null && last.kind == null) || (current.kind == null && last.kind != null)) {
        diff.kind = current.kind;
      } else if (last.kind !== current.kind) {
        diff.kind = current.kind;
      }
    
      if (current.changes === null && last.changes === undefined) {
        diff.changes = current.changes;
      } else if (current.changes == null && last.changes == null) {
    
      } else if ((current.changes != null && last.changes == null) || (current.changes == null && last.changes != null)) {
        diff.changes = current.changes;
      } else if (!equals(last.changes, current.changes)) {
        diff.changes = current.changes;
      }
    
      if (current.rows === null && last.rows === undefined) {
        diff.rows = current.rows;
      } else if (current.rows == null && last.rows == null) {
    
      } else if ((current.rows != null && last.rows == null) || (current.rows == null && last.rows != null)) {
        diff.rows = current.rows;
      } else if (!equals(last.rows, current.rows)) {
        diff.rows = current.rows;
      }
    
      if (current.digest === null && last.digest === undefined) {
        diff.digest = current.digest;
      } else if (current.digest == null && last.digest == null) {
    
      } else if ((current.digest != null && last.digest == null) || (current.digest == null && last.digest != null)) {
        diff.digest = current.digest;
      } else if (last.digest !== current.digest) {
        diff.digest = current.digest;
      }
    
      if (current.mark === null && last.mark === undefined) {
        diff.mark = current.mark;
      } else if (current.mark == null && last.mark == null) {
    
      } else if ((current.mark != null && last.mark == null) || (current.mark == null && last.mark != null)) {
        diff.mark = current.mark;
      } else if (last.mark !== current.mark) {
        diff.mark = current.mark;
      }
    
    if (options?.includeInverseSides) {
    }
      return diff;
    }
  },
  'snapshotGenerator-register_24000': function(clone, cloneEmbeddable) {
    return function(entity) {
      const ret = {};
      if (typeof entity.scope !== 'undefined') {
        ret.scope = entity.scope;
      }
    
      if (typeof entity.kind !== 'undefined') {
        ret.kind = entity.kind;
      }
    
      if (typeof entity.changes !== 'undefined') {
        ret.changes = clone(entity.changes);
      }
    
      if (typeof entity.rows !== 'undefined') {
        ret.rows = clone(entity.rows);
      }
    
      if (typeof entity.digest !== 'undefined') {
        ret.digest = entity.digest;
      }
    
      if (typeof entity.mark !== 'undefined') {
        ret.mark = entity.mark;
      }
    
      return ret;
    }
  },
  'resultMapper-register_24000': function(PolymorphicRef) {
    // compiled mapper for entity Register
    return function(result) {
      const ret = {};
      const mapped = {};
      if (typeof result.scope !== 'undefined') {
        ret.scope = result.scope;
        mapped.scope = true;
      }
      if (typeof result.kind !== 'undefined') {
        ret.kind = result.kind;
        mapped.kind = true;
      }
      if (typeof result.changes !== 'undefined') {
        ret.changes = result.changes;
        mapped.changes = true;
      }
      if (typeof result.rows !== 'undefined') {
        ret.rows = result.rows;
        mapped.rows = true;
      }
      if (typeof result.digest !== 'undefined') {
        ret.digest = result.digest;
        mapped.digest = true;
      }
      if (typeof result.mark !== 'undefined') {
        ret.mark = result.mark;
        mapped.mark = true;
      }
      for (let k in result) { if (Object.hasOwn(result, k) && !mapped[k] && ret[k] === undefined) ret[k] = result[k]; }
      return ret;
    }
  },
  'hydrator-register_24000-reference-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Register ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.scope === null) {
        entity.scope = null;
      } else if (typeof data.scope !== 'undefined') {
        entity.scope = data.scope;
      }
      if (data.kind === null) {
        entity.kind = null;
      } else if (typeof data.kind !== 'undefined') {
        entity.kind = data.kind;
      }
    }
  },
  'hydrator-register_24000-reference-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Register ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.scope === null) {
        entity.scope = null;
      } else if (typeof data.scope !== 'undefined') {
        entity.scope = data.scope;
      }
      if (data.kind === null) {
        entity.kind = null;
      } else if (typeof data.kind !== 'undefined') {
        entity.kind = data.kind;
      }
    }
  },
  'pkGetter-register_24000': function(isEntityOrRef) {
    // compiled pk getter for entity Register
    return function(entity) {
      const cond = {
        scope: entity.scope,
        kind: entity.kind,
      };
      if (cond.scope == null || cond.kind == null) return null;
      return cond;
    }
  },
  'pkGetterConverted-register_24000': function(isEntityOrRef) {
    // compiled pk getter (with converted custom types) for entity Register
    return function(entity) {
      const cond = {
        scope: entity.scope,
        kind: entity.kind,
      };
      if (cond.scope == null || cond.kind == null) return null;
      return cond;
    }
  },
  'pkSerializer-register_24000': function(isEntityOrRef, getCompositeKeyValue, getPrimaryKeyHash) {
    // compiled pk serializer for entity Register
    return function(entity) {
      const pks = entity.__helper.__pk ? getCompositeKeyValue(entity.__helper.__pk) : [
        entity.scope,
        entity.kind,
      ];
      return pks.join('~~~');
    }
  },
  'hydrator-posting_1000-full-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Posting ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.seq === null) {
        entity.seq = null;
      } else if (typeof data.seq !== 'undefined') {
        entity.seq = data.seq;
      }
      if (data.line === null) {
        entity.line = null;
      } else if (typeof data.line !== 'undefined') {
        entity.line = data.line;
      }
      if (data.entryType === null) {
        entity.entryType = null;
      } else if (typeof data.entryType !== 'undefined') {
        entity.entryType = data.entryType;
      }
      if (data.effectiveOn === null) {
        entity.effectiveOn = null;
      } else if (typeof data.effectiveOn !== 'undefined') {
        entity.effectiveOn = data.effectiveOn;
      }
      if (data.account === null) {
        entity.account = null;
      } else if (typeof data.account !== 'undefined') {
        entity.account = data.account;
      }
      if (data.bookOn === null) {
        entity.bookOn = null;
      } else if (typeof data.bookOn !== 'undefined') {
        entity.bookOn = data.bookOn;
      }
      if (data.amount === null) {
        entity.amount = null;
      } else if (typeof data.amount !== 'undefined') {
        entity.amount = data.amount;
      }
    }
  },
  'hydrator-posting_1000-full-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Posting ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.seq === null) {
        entity.seq = null;
      } else if (typeof data.seq !== 'undefined') {
        entity.seq = data.seq;
      }
      if (data.line === null) {
        entity.line = null;
      } else if (typeof data.line !== 'undefined') {
        entity.line = data.line;
      }
      if (data.entryType === null) {
        entity.entryType = null;
      } else if (typeof data.entryType !== 'undefined') {
        entity.entryType = data.entryType;
      }
      if (data.effectiveOn === null) {
        entity.effectiveOn = null;
      } else if (typeof data.effectiveOn !== 'undefined') {
        entity.effectiveOn = data.effectiveOn;
      }
      if (data.account === null) {
        entity.account = null;
      } else if (typeof data.account !== 'undefined') {
        entity.account = data.account;
      }
      if (data.bookOn === null) {
        entity.bookOn = null;
      } else if (typeof data.bookOn !== 'undefined') {
        entity.bookOn = data.bookOn;
      }
      if (data.amount === null) {
        entity.amount = null;
      } else if (typeof data.amount !== 'undefined') {
        entity.amount = data.amount;
      }
    }
  },
  'comparator-posting_1000': function(compareArrays, compareBooleans, compareBuffers, compareObjects, equals) {
    // compiled comparator for entity Posting
    return function(last, current, options) {
      const diff = {};
      if (current.fundId === null && last.fundId === undefined) {
        diff.fundId = current.fundId;
      } else if (current.fundId == null && last.fundId == null) {
    
      } else if ((current.fundId != null && last.fundId == null) || (current.fundId == null && last.fundId != null)) {
        diff.fundId = current.fundId;
      } else if (last.fundId !== current.fundId) {
        diff.fundId = current.fundId;
      }
    
      if (current.seq === null && last.seq === undefined) {
        diff.seq = current.seq;
      } else if (current.seq == null && last.seq == null) {
    
      } else if ((current.seq != null && last.seq == null) || (current.seq == null && last.seq != null)) {
        diff.seq = current.seq;
      } else if (!equals(last.seq, current.seq)) {
        diff.seq = current.seq;
      }
    
      if (current.line === null && last.line === undefined) {
        diff.line = current.line;
      } else if (current.line == null && last.line == null) {
    
      } else if ((current.line != null && last.line == null) || (current.line == null && last.line != null)) {
        diff.line = current.line;
      } else if (!equals(last.line, current.line)) {
        diff.line = current.line;
      }
    
      if (current.entryType === null && last.entryType === undefined) {
        diff.entryType = current.entryType;
      } else if (current.entryType == null && last.entryType == null) {
    
      } else if ((current.entryType != null && last.entryType == null) || (current.entryType == null && last.entryType != null)) {
        diff.entryType = current.entryType;
      } else if (last.entryType !== current.entryType) {
        diff.entryType = current.entryType;
      }
    
      if (current.effectiveOn === null && last.effectiveOn === undefined) {
        diff.effectiveOn = current.effectiveOn;
      } else if (current.effectiveOn == null && last.effectiveOn == null) {
    
      } else if ((current.effectiveOn != null && last.effectiveOn == null) || (current.effectiveOn == null && last.effectiveOn != null)) {
        diff.effectiveOn = current.effectiveOn;
      } else if (last.effectiveOn !== current.effectiveOn) {
        diff.effectiveOn = current.effectiveOn;
      }
    
      if (current.account === null && last.account === undefined) {
        diff.account = current.account;
      } else if (current.account == null && last.account == null) {
    
      } else if ((current.account != null && last.account == null) || (current.account == null && last.account != null)) {
        diff.account = current.account;
      } else if (!equals(last.account, current.account)) {
        diff.account = current.account;
      }
    
      if (current.bookOn === null && last.bookOn === undefined) {
        diff.bookOn = current.bookOn;
      } else if (current.bookOn == null && last.bookOn == null) {
    
      } else if ((current.bookOn != null && last.bookOn == null) || (current.bookOn == null && last.bookOn != null)) {
        diff.bookOn = current.bookOn;
      } else if (last.bookOn !== current.bookOn) {
        diff.bookOn = current.bookOn;
      }
    
      if (current.amount === null && last.amount === undefined) {
        diff.amount = current.amount;
      } else if (current.amount == null && last.amount == null) {
    
      } else if ((current.amount != null && last.amount == null) || (current.amount == null && last.amount != null)) {
        diff.amount = current.amount;
      } else if (!equals(last.amount, current.amount)) {
        diff.amount = current.amount;
      }
    
    if (options?.includeInverseSides) {
    }
      return diff;
    }
  },
  'snapshotGenerator-posting_1000': function(clone, cloneEmbeddable) {
    return function(entity) {
      const ret = {};
      if (typeof entity.fundId !== 'undefined') {
        ret.fundId = entity.fundId;
      }
    
      if (typeof entity.seq !== 'undefined') {
        ret.seq = clone(entity.seq);
      }
    
      if (typeof entity.line !== 'undefined') {
        ret.line = clone(entity.line);
      }
    
      if (typeof entity.entryType !== 'undefined') {
        ret.entryType = entity.entryType;
      }
    
      if (typeof entity.effectiveOn !== 'undefined') {
        ret.effectiveOn = entity.effectiveOn;
      }
    
      if (typeof entity.account !== 'undefined') {
        ret.account = clone(entity.account);
      }
    
      if (typeof entity.bookOn !== 'undefined') {
        ret.bookOn = entity.bookOn;
      }
    
      if (typeof entity.amount !== 'undefined') {
        ret.amount = clone(entity.amount);
      }
    
      return ret;
    }
  },
  'resultMapper-posting_1000': function(PolymorphicRef) {
    // compiled mapper for entity Posting
    return function(result) {
      const ret = {};
      const mapped = {};
      if (typeof result.fund_id !== 'undefined') {
        ret.fundId = result.fund_id;
        mapped.fund_id = true;
      }
      if (typeof result.seq !== 'undefined') {
        ret.seq = result.seq;
        mapped.seq = true;
      }
      if (typeof result.line !== 'undefined') {
        ret.line = result.line;
        mapped.line = true;
      }
      if (typeof result.entry_type !== 'undefined') {
        ret.entryType = result.entry_type;
        mapped.entry_type = true;
      }
      if (typeof result.effective_on !== 'undefined') {
        ret.effectiveOn = result.effective_on;
        mapped.effective_on = true;
      }
      if (typeof result.account !== 'undefined') {
        ret.account = result.account;
        mapped.account = true;
      }
      if (typeof result.book_on !== 'undefined') {
        ret.bookOn = result.book_on;
        mapped.book_on = true;
      }
      if (typeof result.amount !== 'undefined') {
        ret.amount = result.amount;
        mapped.amount = true;
      }
      for (let k in result) { if (Object.hasOwn(result, k) && !mapped[k] && ret[k] === undefined) ret[k] = result[k]; }
      return ret;
    }
  },
  'hydrator-posting_1000-reference-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Posting ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.seq === null) {
        entity.seq = null;
      } else if (typeof data.seq !== 'undefined') {
        entity.seq = data.seq;
      }
      if (data.line === null) {
        entity.line = null;
      } else if (typeof data.line !== 'undefined') {
        entity.line = data.line;
      }
    }
  },
  'hydrator-posting_1000-reference-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Posting ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.seq === null) {
        entity.seq = null;
      } else if (typeof data.seq !== 'undefined') {
        entity.seq = data.seq;
      }
      if (data.line === null) {
        entity.line = null;
      } else if (typeof data.line !== 'undefined') {
        entity.line = data.line;
      }
    }
  },
  'pkGetter-posting_1000': function(isEntityOrRef) {
    // compiled pk getter for entity Posting
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        seq: entity.seq,
        line: entity.line,
      };
      if (cond.fundId == null || cond.seq == null || cond.line == null) return null;
      return cond;
    }
  },
  'pkGetterConverted-posting_1000': function(isEntityOrRef) {
    // compiled pk getter (with converted custom types) for entity Posting
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        seq: entity.seq,
        line: entity.line,
      };
      if (cond.fundId == null || cond.seq == null || cond.line == null) return null;
      return cond;
    }
  },
  'pkSerializer-posting_1000': function(isEntityOrRef, getCompositeKeyValue, getPrimaryKeyHash) {
    // compiled pk serializer for entity Posting
    return function(entity) {
      const pks = entity.__helper.__pk ? getCompositeKeyValue(entity.__helper.__pk) : [
        entity.fundId,
        entity.seq,
        entity.line,
      ];
      return pks.join('~~~');
    }
  },
  'hydrator-one_time_key_13000-full-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity OneTimeKey ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.keyHash === null) {
        entity.keyHash = null;
      } else if (typeof data.keyHash !== 'undefined') {
        entity.keyHash = data.keyHash;
      }
      if (data.purpose === null) {
        entity.purpose = null;
      } else if (typeof data.purpose !== 'undefined') {
        entity.purpose = data.purpose;
      }
      if (data.userId === null) {
        entity.userId = null;
      } else if (typeof data.userId !== 'undefined') {
        entity.userId = data.userId;
      }
      if (data.madeBy === null) {
        entity.madeBy = null;
      } else if (typeof data.madeBy !== 'undefined') {
        entity.madeBy = data.madeBy;
      }
      if (data.endsAt === null) {
        entity.endsAt = null;
      } else if (typeof data.endsAt !== 'undefined') {
        entity.endsAt = data.endsAt;
      }
      if (data.usedAt === null) {
        entity.usedAt = null;
      } else if (typeof data.usedAt !== 'undefined') {
        entity.usedAt = data.usedAt;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'hydrator-one_time_key_13000-full-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity OneTimeKey ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.keyHash === null) {
        entity.keyHash = null;
      } else if (typeof data.keyHash !== 'undefined') {
        entity.keyHash = data.keyHash;
      }
      if (data.purpose === null) {
        entity.purpose = null;
      } else if (typeof data.purpose !== 'undefined') {
        entity.purpose = data.purpose;
      }
      if (data.userId === null) {
        entity.userId = null;
      } else if (typeof data.userId !== 'undefined') {
        entity.userId = data.userId;
      }
      if (data.madeBy === null) {
        entity.madeBy = null;
      } else if (typeof data.madeBy !== 'undefined') {
        entity.madeBy = data.madeBy;
      }
      if (data.endsAt === null) {
        entity.endsAt = null;
      } else if (typeof data.endsAt !== 'undefined') {
        entity.endsAt = data.endsAt;
      }
      if (data.usedAt === null) {
        entity.usedAt = null;
      } else if (typeof data.usedAt !== 'undefined') {
        entity.usedAt = data.usedAt;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'comparator-one_time_key_13000': function(compareArrays, compareBooleans, compareBuffers, compareObjects, equals) {
    // compiled comparator for entity OneTimeKey
    return function(last, current, options) {
      const diff = {};
      if (current.networkId === null && last.networkId === undefined) {
        diff.networkId = current.networkId;
      } else if (current.networkId == null && last.networkId == null) {
    
      } else if ((current.networkId != null && last.networkId == null) || (current.networkId == null && last.networkId != null)) {
        diff.networkId = current.networkId;
      } else if (last.networkId !== current.networkId) {
        diff.networkId = current.networkId;
      }
    
      if (current.keyHash === null && last.keyHash === undefined) {
        diff.keyHash = current.keyHash;
      } else if (current.keyHash == null && last.keyHash == null) {
    
      } else if ((current.keyHash != null && last.keyHash == null) || (current.keyHash == null && last.keyHash != null)) {
        diff.keyHash = current.keyHash;
      } else if (last.keyHash !== current.keyHash) {
        diff.keyHash = current.keyHash;
      }
    
      if (current.purpose === null && last.purpose === undefined) {
        diff.purpose = current.purpose;
      } else if (current.purpose == null && last.purpose == null) {
    
      } else if ((current.purpose != null && last.purpose == null) || (current.purpose == null && last.purpose != null)) {
        diff.purpose = current.purpose;
      } else if (last.purpose !== current.purpose) {
        diff.purpose = current.purpose;
      }
    
      if (current.userId === null && last.userId === undefined) {
        diff.userId = current.userId;
      } else if (current.userId == null && last.userId == null) {
    
      } else if ((current.userId != null && last.userId == null) || (current.userId == null && last.userId != null)) {
        diff.userId = current.userId;
      } else if (last.userId !== current.userId) {
        diff.userId = current.userId;
      }
    
      if (current.madeBy === null && last.madeBy === undefined) {
        diff.madeBy = current.madeBy;
      } else if (current.madeBy == null && last.madeBy == null) {
    
      } else if ((current.madeBy != null && last.madeBy == null) || (current.madeBy == null && last.madeBy != null)) {
        diff.madeBy = current.madeBy;
      } else if (last.madeBy !== current.madeBy) {
        diff.madeBy = current.madeBy;
      }
    
      if (current.endsAt === null && last.endsAt === undefined) {
        diff.endsAt = current.endsAt;
      } else if (current.endsAt == null && last.endsAt == null) {
    
      } else if ((current.endsAt != null && last.endsAt == null) || (current.endsAt == null && last.endsAt != null)) {
        diff.endsAt = current.endsAt;
      } else if (last.endsAt !== current.endsAt) {
        diff.endsAt = current.endsAt;
      }
    
      if (current.usedAt === null && last.usedAt === undefined) {
        diff.usedAt = current.usedAt;
      } else if (current.usedAt == null && last.usedAt == null) {
    
      } else if ((current.usedAt != null && last.usedAt == null) || (current.usedAt == null && last.usedAt != null)) {
        diff.usedAt = current.usedAt;
      } else if (last.usedAt !== current.usedAt) {
        diff.usedAt = current.usedAt;
      }
    
      if (current.mark === null && last.mark === undefined) {
        diff.mark = current.mark;
      } else if (current.mark == null && last.mark == null) {
    
      } else if ((current.mark != null && last.mark == null) || (current.mark == null && last.mark != null)) {
        diff.mark = current.mark;
      } else if (last.mark !== current.mark) {
        diff.mark = current.mark;
      }
    
    if (options?.includeInverseSides) {
    }
      return diff;
    }
  },
  'snapshotGenerator-one_time_key_13000': function(clone, cloneEmbeddable) {
    return function(entity) {
      const ret = {};
      if (typeof entity.networkId !== 'undefined') {
        ret.networkId = entity.networkId;
      }
    
      if (typeof entity.keyHash !== 'undefined') {
        ret.keyHash = entity.keyHash;
      }
    
      if (typeof entity.purpose !== 'undefined') {
        ret.purpose = entity.purpose;
      }
    
      if (typeof entity.userId !== 'undefined') {
        ret.userId = entity.userId;
      }
    
      if (typeof entity.madeBy !== 'undefined') {
        ret.madeBy = entity.madeBy;
      }
    
      if (typeof entity.endsAt !== 'undefined') {
        ret.endsAt = entity.endsAt;
      }
    
      if (typeof entity.usedAt !== 'undefined') {
        ret.usedAt = entity.usedAt;
      }
    
      if (typeof entity.mark !== 'undefined') {
        ret.mark = entity.mark;
      }
    
      return ret;
    }
  },
  'resultMapper-one_time_key_13000': function(PolymorphicRef) {
    // compiled mapper for entity OneTimeKey
    return function(result) {
      const ret = {};
      const mapped = {};
      if (typeof result.network_id !== 'undefined') {
        ret.networkId = result.network_id;
        mapped.network_id = true;
      }
      if (typeof result.key_hash !== 'undefined') {
        ret.keyHash = result.key_hash;
        mapped.key_hash = true;
      }
      if (typeof result.purpose !== 'undefined') {
        ret.purpose = result.purpose;
        mapped.purpose = true;
      }
      if (typeof result.user_id !== 'undefined') {
        ret.userId = result.user_id;
        mapped.user_id = true;
      }
      if (typeof result.made_by !== 'undefined') {
        ret.madeBy = result.made_by;
        mapped.made_by = true;
      }
      if (typeof result.ends_at !== 'undefined') {
        ret.endsAt = result.ends_at;
        mapped.ends_at = true;
      }
      if (typeof result.used_at !== 'undefined') {
        ret.usedAt = result.used_at;
        mapped.used_at = true;
      }
      if (typeof result.mark !== 'undefined') {
        ret.mark = result.mark;
        mapped.mark = true;
      }
      for (let k in result) { if (Object.hasOwn(result, k) && !mapped[k] && ret[k] === undefined) ret[k] = result[k]; }
      return ret;
    }
  },
  'hydrator-one_time_key_13000-reference-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity OneTimeKey ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.keyHash === null) {
        entity.keyHash = null;
      } else if (typeof data.keyHash !== 'undefined') {
        entity.keyHash = data.keyHash;
      }
    }
  },
  'hydrator-one_time_key_13000-reference-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity OneTimeKey ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.keyHash === null) {
        entity.keyHash = null;
      } else if (typeof data.keyHash !== 'undefined') {
        entity.keyHash = data.keyHash;
      }
    }
  },
  'pkGetter-one_time_key_13000': function(isEntityOrRef) {
    // compiled pk getter for entity OneTimeKey
    return function(entity) {
      const cond = {
        networkId: entity.networkId,
        keyHash: entity.keyHash,
      };
      if (cond.networkId == null || cond.keyHash == null) return null;
      return cond;
    }
  },
  'pkGetterConverted-one_time_key_13000': function(isEntityOrRef) {
    // compiled pk getter (with converted custom types) for entity OneTimeKey
    return function(entity) {
      const cond = {
        networkId: entity.networkId,
        keyHash: entity.keyHash,
      };
      if (cond.networkId == null || cond.keyHash == null) return null;
      return cond;
    }
  },
  'pkSerializer-one_time_key_13000': function(isEntityOrRef, getCompositeKeyValue, getPrimaryKeyHash) {
    // compiled pk serializer for entity OneTimeKey
    return function(entity) {
      const pks = entity.__helper.__pk ? getCompositeKeyValue(entity.__helper.__pk) : [
        entity.networkId,
        entity.keyHash,
      ];
      return pks.join('~~~');
    }
  },
  'hydrator-note_6000-full-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Note ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.subject === null) {
        entity.subject = null;
      } else if (typeof data.subject !== 'undefined') {
        entity.subject = data.subject;
      }
      if (data.text === null) {
        entity.text = null;
      } else if (typeof data.text !== 'undefined') {
        entity.text = data.text;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'hydrator-note_6000-full-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Note ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.subject === null) {
        entity.subject = null;
      } else if (typeof data.subject !== 'undefined') {
        entity.subject = data.subject;
      }
      if (data.text === null) {
        entity.text = null;
      } else if (typeof data.text !== 'undefined') {
        entity.text = data.text;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'comparator-note_6000': function(compareArrays, compareBooleans, compareBuffers, compareObjects, equals) {
    // compiled comparator for entity Note
    return function(last, current, options) {
      const diff = {};
      if (current.fundId === null && last.fundId === undefined) {
        diff.fundId = current.fundId;
      } else if (current.fundId == null && last.fundId == null) {
    
      } else if ((current.fundId != null && last.fundId == null) || (current.fundId == null && last.fundId != null)) {
        diff.fundId = current.fundId;
      } else if (last.fundId !== current.fundId) {
        diff.fundId = current.fundId;
      }
    
      if (current.subject === null && last.subject === undefined) {
        diff.subject = current.subject;
      } else if (current.subject == null && last.subject == null) {
    
      } else if ((current.subject != null && last.subject == null) || (current.subject == null && last.subject != null)) {
        diff.subject = current.subject;
      } else if (last.subject !== current.subject) {
        diff.subject = current.subject;
      }
    
      if (current.text === null && last.text === undefined) {
        diff.text = current.text;
      } else if (current.text == null && last.text == null) {
    
      } else if ((current.text != null && last.text == null) || (current.text == null && last.text != null)) {
        diff.text = current.text;
      } else if (!equals(last.text, current.text)) {
        diff.text = current.text;
      }
    
      if (current.mark === null && last.mark === undefined) {
        diff.mark = current.mark;
      } else if (current.mark == null && last.mark == null) {
    
      } else if ((current.mark != null && last.mark == null) || (current.mark == null && last.mark != null)) {
        diff.mark = current.mark;
      } else if (last.mark !== current.mark) {
        diff.mark = current.mark;
      }
    
    if (options?.includeInverseSides) {
    }
      return diff;
    }
  },
  'snapshotGenerator-note_6000': function(clone, cloneEmbeddable) {
    return function(entity) {
      const ret = {};
      if (typeof entity.fundId !== 'undefined') {
        ret.fundId = entity.fundId;
      }
    
      if (typeof entity.subject !== 'undefined') {
        ret.subject = entity.subject;
      }
    
      if (typeof entity.text !== 'undefined') {
        ret.text = clone(entity.text);
      }
    
      if (typeof entity.mark !== 'undefined') {
        ret.mark = entity.mark;
      }
    
      return ret;
    }
  },
  'resultMapper-note_6000': function(PolymorphicRef) {
    // compiled mapper for entity Note
    return function(result) {
      const ret = {};
      const mapped = {};
      if (typeof result.fund_id !== 'undefined') {
        ret.fundId = result.fund_id;
        mapped.fund_id = true;
      }
      if (typeof result.subject !== 'undefined') {
        ret.subject = result.subject;
        mapped.subject = true;
      }
      if (typeof result.text !== 'undefined') {
        ret.text = result.text;
        mapped.text = true;
      }
      if (typeof result.mark !== 'undefined') {
        ret.mark = result.mark;
        mapped.mark = true;
      }
      for (let k in result) { if (Object.hasOwn(result, k) && !mapped[k] && ret[k] === undefined) ret[k] = result[k]; }
      return ret;
    }
  },
  'hydrator-note_6000-reference-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Note ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.subject === null) {
        entity.subject = null;
      } else if (typeof data.subject !== 'undefined') {
        entity.subject = data.subject;
      }
    }
  },
  'hydrator-note_6000-reference-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Note ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.subject === null) {
        entity.subject = null;
      } else if (typeof data.subject !== 'undefined') {
        entity.subject = data.subject;
      }
    }
  },
  'pkGetter-note_6000': function(isEntityOrRef) {
    // compiled pk getter for entity Note
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        subject: entity.subject,
      };
      if (cond.fundId == null || cond.subject == null) return null;
      return cond;
    }
  },
  'pkGetterConverted-note_6000': function(isEntityOrRef) {
    // compiled pk getter (with converted custom types) for entity Note
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        subject: entity.subject,
      };
      if (cond.fundId == null || cond.subject == null) return null;
      return cond;
    }
  },
  'pkSerializer-note_6000': function(isEntityOrRef, getCompositeKeyValue, getPrimaryKeyHash) {
    // compiled pk serializer for entity Note
    return function(entity) {
      const pks = entity.__helper.__pk ? getCompositeKeyValue(entity.__helper.__pk) : [
        entity.fundId,
        entity.subject,
      ];
      return pks.join('~~~');
    }
  },
  'hydrator-nominee_19000-full-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Nominee ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.memberId === null) {
        entity.memberId = null;
      } else if (typeof data.memberId !== 'undefined') {
        entity.memberId = data.memberId;
      }
      if (data.place === null) {
        entity.place = null;
      } else if (typeof data.place !== 'undefined') {
        entity.place = data.place;
      }
      if (data.name === null) {
        entity.name = null;
      } else if (typeof data.name !== 'undefined') {
        entity.name = data.name;
      }
      if (data.nomineeId === null) {
        entity.nomineeId = null;
      } else if (typeof data.nomineeId !== 'undefined') {
        entity.nomineeId = data.nomineeId;
      }
      if (data.share === null) {
        entity.share = null;
      } else if (typeof data.share !== 'undefined') {
        entity.share = data.share;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'hydrator-nominee_19000-full-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Nominee ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.memberId === null) {
        entity.memberId = null;
      } else if (typeof data.memberId !== 'undefined') {
        entity.memberId = data.memberId;
      }
      if (data.place === null) {
        entity.place = null;
      } else if (typeof data.place !== 'undefined') {
        entity.place = data.place;
      }
      if (data.name === null) {
        entity.name = null;
      } else if (typeof data.name !== 'undefined') {
        entity.name = data.name;
      }
      if (data.nomineeId === null) {
        entity.nomineeId = null;
      } else if (typeof data.nomineeId !== 'undefined') {
        entity.nomineeId = data.nomineeId;
      }
      if (data.share === null) {
        entity.share = null;
      } else if (typeof data.share !== 'undefined') {
        entity.share = data.share;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'comparator-nominee_19000': function(compareArrays, compareBooleans, compareBuffers, compareObjects, equals) {
    // compiled comparator for entity Nominee
    return function(last, current, options) {
      const diff = {};
      if (current.fundId === null && last.fundId === undefined) {
        diff.fundId = current.fundId;
      } else if (current.fundId == null && last.fundId == null) {
    
      } else if ((current.fundId != null && last.fundId == null) || (current.fundId == null && last.fundId != null)) {
        diff.fundId = current.fundId;
      } else if (last.fundId !== current.fundId) {
        diff.fundId = current.fundId;
      }
    
      if (current.memberId === null && last.memberId === undefined) {
        diff.memberId = current.memberId;
      } else if (current.memberId == null && last.memberId == null) {
    
      } else if ((current.memberId != null && last.memberId == null) || (current.memberId == null && last.memberId != null)) {
        diff.memberId = current.memberId;
      } else if (last.memberId !== current.memberId) {
        diff.memberId = current.memberId;
      }
    
      if (current.place === null && last.place === undefined) {
        diff.place = current.place;
      } else if (current.place == null && last.place == null) {
    
      } else if ((current.place != null && last.place == null) || (current.place == null && last.place != null)) {
        diff.place = current.place;
      } else if (!equals(last.place, current.place)) {
        diff.place = current.place;
      }
    
      if (current.name === null && last.name === undefined) {
        diff.name = current.name;
      } else if (current.name == null && last.name == null) {
    
      } else if ((current.name != null && last.name == null) || (current.name == null && last.name != null)) {
        diff.name = current.name;
      } else if (last.name !== current.name) {
        diff.name = current.name;
      }
    
      if (current.nomineeId === null && last.nomineeId === undefined) {
        diff.nomineeId = current.nomineeId;
      } else if (current.nomineeId == null && last.nomineeId == null) {
    
      } else if ((current.nomineeId != null && last.nomineeId == null) || (current.nomineeId == null && last.nomineeId != null)) {
        diff.nomineeId = current.nomineeId;
      } else if (last.nomineeId !== current.nomineeId) {
        diff.nomineeId = current.nomineeId;
      }
    
      if (current.share === null && last.share === undefined) {
        diff.share = current.share;
      } else if (current.share == null && last.share == null) {
    
      } else if ((current.share != null && last.share == null) || (current.share == null && last.share != null)) {
        diff.share = current.share;
      } else if (last.share !== current.share) {
        diff.share = current.share;
      }
    
      if (current.mark === null && last.mark === undefined) {
        diff.mark = current.mark;
      } else if (current.mark == null && last.mark == null) {
    
      } else if ((current.mark != null && last.mark == null) || (current.mark == null && last.mark != null)) {
        diff.mark = current.mark;
      } else if (last.mark !== current.mark) {
        diff.mark = current.mark;
      }
    
    if (options?.includeInverseSides) {
    }
      return diff;
    }
  },
  'snapshotGenerator-nominee_19000': function(clone, cloneEmbeddable) {
    return function(entity) {
      const ret = {};
      if (typeof entity.fundId !== 'undefined') {
        ret.fundId = entity.fundId;
      }
    
      if (typeof entity.memberId !== 'undefined') {
        ret.memberId = entity.memberId;
      }
    
      if (typeof entity.place !== 'undefined') {
        ret.place = clone(entity.place);
      }
    
      if (typeof entity.name !== 'undefined') {
        ret.name = entity.name;
      }
    
      if (typeof entity.nomineeId !== 'undefined') {
        ret.nomineeId = entity.nomineeId;
      }
    
      if (typeof entity.share !== 'undefined') {
        ret.share = entity.share;
      }
    
      if (typeof entity.mark !== 'undefined') {
        ret.mark = entity.mark;
      }
    
      return ret;
    }
  },
  'resultMapper-nominee_19000': function(PolymorphicRef) {
    // compiled mapper for entity Nominee
    return function(result) {
      const ret = {};
      const mapped = {};
      if (typeof result.fund_id !== 'undefined') {
        ret.fundId = result.fund_id;
        mapped.fund_id = true;
      }
      if (typeof result.member_id !== 'undefined') {
        ret.memberId = result.member_id;
        mapped.member_id = true;
      }
      if (typeof result.place !== 'undefined') {
        ret.place = result.place;
        mapped.place = true;
      }
      if (typeof result.name !== 'undefined') {
        ret.name = result.name;
        mapped.name = true;
      }
      if (typeof result.nominee_id !== 'undefined') {
        ret.nomineeId = result.nominee_id;
        mapped.nominee_id = true;
      }
      if (typeof result.share !== 'undefined') {
        ret.share = result.share;
        mapped.share = true;
      }
      if (typeof result.mark !== 'undefined') {
        ret.mark = result.mark;
        mapped.mark = true;
      }
      for (let k in result) { if (Object.hasOwn(result, k) && !mapped[k] && ret[k] === undefined) ret[k] = result[k]; }
      return ret;
    }
  },
  'hydrator-nominee_19000-reference-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Nominee ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.memberId === null) {
        entity.memberId = null;
      } else if (typeof data.memberId !== 'undefined') {
        entity.memberId = data.memberId;
      }
      if (data.place === null) {
        entity.place = null;
      } else if (typeof data.place !== 'undefined') {
        entity.place = data.place;
      }
    }
  },
  'hydrator-nominee_19000-reference-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Nominee ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.memberId === null) {
        entity.memberId = null;
      } else if (typeof data.memberId !== 'undefined') {
        entity.memberId = data.memberId;
      }
      if (data.place === null) {
        entity.place = null;
      } else if (typeof data.place !== 'undefined') {
        entity.place = data.place;
      }
    }
  },
  'pkGetter-nominee_19000': function(isEntityOrRef) {
    // compiled pk getter for entity Nominee
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        memberId: entity.memberId,
        place: entity.place,
      };
      if (cond.fundId == null || cond.memberId == null || cond.place == null) return null;
      return cond;
    }
  },
  'pkGetterConverted-nominee_19000': function(isEntityOrRef) {
    // compiled pk getter (with converted custom types) for entity Nominee
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        memberId: entity.memberId,
        place: entity.place,
      };
      if (cond.fundId == null || cond.memberId == null || cond.place == null) return null;
      return cond;
    }
  },
  'pkSerializer-nominee_19000': function(isEntityOrRef, getCompositeKeyValue, getPrimaryKeyHash) {
    // compiled pk serializer for entity Nominee
    return function(entity) {
      const pks = entity.__helper.__pk ? getCompositeKeyValue(entity.__helper.__pk) : [
        entity.fundId,
        entity.memberId,
        entity.place,
      ];
      return pks.join('~~~');
    }
  },
  'hydrator-network_subject_8000-full-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity NetworkSubject ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.kind === null) {
        entity.kind = null;
      } else if (typeof data.kind !== 'undefined') {
        entity.kind = data.kind;
      }
      if (data.key === null) {
        entity.key = null;
      } else if (typeof data.key !== 'undefined') {
        entity.key = data.key;
      }
      if (data.data === null) {
        entity.data = null;
      } else if (typeof data.data !== 'undefined') {
        entity.data = data.data;
      }
    }
  },
  'hydrator-network_subject_8000-full-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity NetworkSubject ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.kind === null) {
        entity.kind = null;
      } else if (typeof data.kind !== 'undefined') {
        entity.kind = data.kind;
      }
      if (data.key === null) {
        entity.key = null;
      } else if (typeof data.key !== 'undefined') {
        entity.key = data.key;
      }
      if (data.data === null) {
        entity.data = null;
      } else if (typeof data.data !== 'undefined') {
        entity.data = data.data;
      }
    }
  },
  'comparator-network_subject_8000': function(compareArrays, compareBooleans, compareBuffers, compareObjects, equals) {
    // compiled comparator for entity NetworkSubject
    return function(last, current, options) {
      const diff = {};
      if (current.networkId === null && last.networkId === undefined) {
        diff.networkId = current.networkId;
      } else if (current.networkId == null && last.networkId == null) {
    
      } else if ((current.networkId != null && last.networkId == null) || (current.networkId == null && last.networkId != null)) {
        diff.networkId = current.networkId;
      } else if (last.networkId !== current.networkId) {
        diff.networkId = current.networkId;
      }
    
      if (current.kind === null && last.kind === undefined) {
        diff.kind = current.kind;
      } else if (current.kind == null && last.kind == null) {
    
      } else if ((current.kind != null && last.kind == null) || (current.kind == null && last.kind != null)) {
        diff.kind = current.kind;
      } else if (last.kind !== current.kind) {
        diff.kind = current.kind;
      }
    
      if (current.key === null && last.key === undefined) {
        diff.key = current.key;
      } else if (current.key == null && last.key == null) {
    
      } else if ((current.key != null && last.key == null) || (current.key == null && last.key != null)) {
        diff.key = current.key;
      } else if (last.key !== current.key) {
        diff.key = current.key;
      }
    
      if (current.data === null && last.data === undefined) {
        diff.data = current.data;
      } else if (current.data == null && last.data == null) {
    
      } else if ((current.data != null && last.data == null) || (current.data == null && last.data != null)) {
        diff.data = current.data;
      } else if (!equals(last.data, current.data)) {
        diff.data = current.data;
      }
    
    if (options?.includeInverseSides) {
    }
      return diff;
    }
  },
  'snapshotGenerator-network_subject_8000': function(clone, cloneEmbeddable) {
    return function(entity) {
      const ret = {};
      if (typeof entity.networkId !== 'undefined') {
        ret.networkId = entity.networkId;
      }
    
      if (typeof entity.kind !== 'undefined') {
        ret.kind = entity.kind;
      }
    
      if (typeof entity.key !== 'undefined') {
        ret.key = entity.key;
      }
    
      if (typeof entity.data !== 'undefined') {
        ret.data = clone(entity.data);
      }
    
      return ret;
    }
  },
  'resultMapper-network_subject_8000': function(PolymorphicRef) {
    // compiled mapper for entity NetworkSubject
    return function(result) {
      const ret = {};
      const mapped = {};
      if (typeof result.network_id !== 'undefined') {
        ret.networkId = result.network_id;
        mapped.network_id = true;
      }
      if (typeof result.kind !== 'undefined') {
        ret.kind = result.kind;
        mapped.kind = true;
      }
      if (typeof result.key !== 'undefined') {
        ret.key = result.key;
        mapped.key = true;
      }
      if (typeof result.data !== 'undefined') {
        ret.data = result.data;
        mapped.data = true;
      }
      for (let k in result) { if (Object.hasOwn(result, k) && !mapped[k] && ret[k] === undefined) ret[k] = result[k]; }
      return ret;
    }
  },
  'hydrator-network_subject_8000-reference-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity NetworkSubject ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.kind === null) {
        entity.kind = null;
      } else if (typeof data.kind !== 'undefined') {
        entity.kind = data.kind;
      }
      if (data.key === null) {
        entity.key = null;
      } else if (typeof data.key !== 'undefined') {
        entity.key = data.key;
      }
    }
  },
  'hydrator-network_subject_8000-reference-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity NetworkSubject ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.kind === null) {
        entity.kind = null;
      } else if (typeof data.kind !== 'undefined') {
        entity.kind = data.kind;
      }
      if (data.key === null) {
        entity.key = null;
      } else if (typeof data.key !== 'undefined') {
        entity.key = data.key;
      }
    }
  },
  'pkGetter-network_subject_8000': function(isEntityOrRef) {
    // compiled pk getter for entity NetworkSubject
    return function(entity) {
      const cond = {
        networkId: entity.networkId,
        kind: entity.kind,
        key: entity.key,
      };
      if (cond.networkId == null || cond.kind == null || cond.key == null) return null;
      return cond;
    }
  },
  'pkGetterConverted-network_subject_8000': function(isEntityOrRef) {
    // compiled pk getter (with converted custom types) for entity NetworkSubject
    return function(entity) {
      const cond = {
        networkId: entity.networkId,
        kind: entity.kind,
        key: entity.key,
      };
      if (cond.networkId == null || cond.kind == null || cond.key == null) return null;
      return cond;
    }
  },
  'pkSerializer-network_subject_8000': function(isEntityOrRef, getCompositeKeyValue, getPrimaryKeyHash) {
    // compiled pk serializer for entity NetworkSubject
    return function(entity) {
      const pks = entity.__helper.__pk ? getCompositeKeyValue(entity.__helper.__pk) : [
        entity.networkId,
        entity.kind,
        entity.key,
      ];
      return pks.join('~~~');
    }
  },
  'hydrator-network_entry_7000-full-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity NetworkEntry ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.seq === null) {
        entity.seq = null;
      } else if (typeof data.seq !== 'undefined') {
        entity.seq = data.seq;
      }
      if (data.id === null) {
        entity.id = null;
      } else if (typeof data.id !== 'undefined') {
        entity.id = data.id;
      }
      if (data.type === null) {
        entity.type = null;
      } else if (typeof data.type !== 'undefined') {
        entity.type = data.type;
      }
      if (data.v === null) {
        entity.v = null;
      } else if (typeof data.v !== 'undefined') {
        entity.v = data.v;
      }
      if (data.effectiveOn === null) {
        entity.effectiveOn = null;
      } else if (typeof data.effectiveOn !== 'undefined') {
        entity.effectiveOn = data.effectiveOn;
      }
      if (data.recordedAt === null) {
        entity.recordedAt = null;
      } else if (typeof data.recordedAt !== 'undefined') {
        entity.recordedAt = data.recordedAt;
      }
      if (data.recordedBy === null) {
        entity.recordedBy = null;
      } else if (typeof data.recordedBy !== 'undefined') {
        entity.recordedBy = data.recordedBy;
      }
      if (data.device === null) {
        entity.device = null;
      } else if (typeof data.device !== 'undefined') {
        entity.device = data.device;
      }
      if (data.commandHash === null) {
        entity.commandHash = null;
      } else if (typeof data.commandHash !== 'undefined') {
        entity.commandHash = data.commandHash;
      }
      if (data.reverses === null) {
        entity.reverses = null;
      } else if (typeof data.reverses !== 'undefined') {
        entity.reverses = data.reverses;
      }
      if (data.data === null) {
        entity.data = null;
      } else if (typeof data.data !== 'undefined') {
        entity.data = data.data;
      }
      if (data.prevHash === null) {
        entity.prevHash = null;
      } else if (typeof data.prevHash !== 'undefined') {
        entity.prevHash = data.prevHash;
      }
      if (data.hash === null) {
        entity.hash = null;
      } else if (typeof data.hash !== 'undefined') {
        entity.hash = data.hash;
      }
    }
  },
  'hydrator-network_entry_7000-full-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity NetworkEntry ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.seq === null) {
        entity.seq = null;
      } else if (typeof data.seq !== 'undefined') {
        entity.seq = data.seq;
      }
      if (data.id === null) {
        entity.id = null;
      } else if (typeof data.id !== 'undefined') {
        entity.id = data.id;
      }
      if (data.type === null) {
        entity.type = null;
      } else if (typeof data.type !== 'undefined') {
        entity.type = data.type;
      }
      if (data.v === null) {
        entity.v = null;
      } else if (typeof data.v !== 'undefined') {
        entity.v = data.v;
      }
      if (data.effectiveOn === null) {
        entity.effectiveOn = null;
      } else if (typeof data.effectiveOn !== 'undefined') {
        entity.effectiveOn = data.effectiveOn;
      }
      if (data.recordedAt === null) {
        entity.recordedAt = null;
      } else if (typeof data.recordedAt !== 'undefined') {
        entity.recordedAt = data.recordedAt;
      }
      if (data.recordedBy === null) {
        entity.recordedBy = null;
      } else if (typeof data.recordedBy !== 'undefined') {
        entity.recordedBy = data.recordedBy;
      }
      if (data.device === null) {
        entity.device = null;
      } else if (typeof data.device !== 'undefined') {
        entity.device = data.device;
      }
      if (data.commandHash === null) {
        entity.commandHash = null;
      } else if (typeof data.commandHash !== 'undefined') {
        entity.commandHash = data.commandHash;
      }
      if (data.reverses === null) {
        entity.reverses = null;
      } else if (typeof data.reverses !== 'undefined') {
        entity.reverses = data.reverses;
      }
      if (data.data === null) {
        entity.data = null;
      } else if (typeof data.data !== 'undefined') {
        entity.data = data.data;
      }
      if (data.prevHash === null) {
        entity.prevHash = null;
      } else if (typeof data.prevHash !== 'undefined') {
        entity.prevHash = data.prevHash;
      }
      if (data.hash === null) {
        entity.hash = null;
      } else if (typeof data.hash !== 'undefined') {
        entity.hash = data.hash;
      }
    }
  },
  'comparator-network_entry_7000': function(compareArrays, compareBooleans, compareBuffers, compareObjects, equals) {
    // compiled comparator for entity NetworkEntry
    return function(last, current, options) {
      const diff = {};
      if (current.networkId === null && last.networkId === undefined) {
        diff.networkId = current.networkId;
      } else if (current.networkId == null && last.networkId == null) {
    
      } else if ((current.networkId != null && last.networkId == null) || (current.networkId == null && last.networkId != null)) {
        diff.networkId = current.networkId;
      } else if (last.networkId !== current.networkId) {
        diff.networkId = current.networkId;
      }
    
      if (current.seq === null && last.seq === undefined) {
        diff.seq = current.seq;
      } else if (current.seq == null && last.seq == null) {
    
      } else if ((current.seq != null && last.seq == null) || (current.seq == null && last.seq != null)) {
        diff.seq = current.seq;
      } else if (!equals(last.seq, current.seq)) {
        diff.seq = current.seq;
      }
    
      if (current.id === null && last.id === undefined) {
        diff.id = current.id;
      } else if (current.id == null && last.id == null) {
    
      } else if ((current.id != null && last.id == null) || (current.id == null && last.id != null)) {
        diff.id = current.id;
      } else if (last.id !== current.id) {
        diff.id = current.id;
      }
    
      if (current.type === null && last.type === undefined) {
        diff.type = current.type;
      } else if (current.type == null && last.type == null) {
    
      } else if ((current.type != null && last.type == null) || (current.type == null && last.type != null)) {
        diff.type = current.type;
      } else if (last.type !== current.type) {
        diff.type = current.type;
      }
    
      if (current.v === null && last.v === undefined) {
        diff.v = current.v;
      } else if (current.v == null && last.v == null) {
    
      } else if ((current.v != null && last.v == null) || (current.v == null && last.v != null)) {
        diff.v = current.v;
      } else if (!equals(last.v, current.v)) {
        diff.v = current.v;
      }
    
      if (current.effectiveOn === null && last.effectiveOn === undefined) {
        diff.effectiveOn = current.effectiveOn;
      } else if (current.effectiveOn == null && last.effectiveOn == null) {
    
      } else if ((current.effectiveOn != null && last.effectiveOn == null) || (current.effectiveOn == null && last.effectiveOn != null)) {
        diff.effectiveOn = current.effectiveOn;
      } else if (last.effectiveOn !== current.effectiveOn) {
        diff.effectiveOn = current.effectiveOn;
      }
    
      if (current.recordedAt === null && last.recordedAt === undefined) {
        diff.recordedAt = current.recordedAt;
      } else if (current.recordedAt == null && last.recordedAt == null) {
    
      } else if ((current.recordedAt != null && last.recordedAt == null) || (current.recordedAt == null && last.recordedAt != null)) {
        diff.recordedAt = current.recordedAt;
      } else if (last.recordedAt !== current.recordedAt) {
        diff.recordedAt = current.recordedAt;
      }
    
      if (current.recordedBy === null && last.recordedBy === undefined) {
        diff.recordedBy = current.recordedBy;
      } else if (current.recordedBy == null && last.recordedBy == null) {
    
      } else if ((current.recordedBy != null && last.recordedBy == null) || (current.recordedBy == null && last.recordedBy != null)) {
        diff.recordedBy = current.recordedBy;
      } else if (last.recordedBy !== current.recordedBy) {
        diff.recordedBy = current.recordedBy;
      }
    
      if (current.device === null && last.device === undefined) {
        diff.device = current.device;
      } else if (current.device == null && last.device == null) {
    
      } else if ((current.device != null && last.device == null) || (current.device == null && last.device != null)) {
        diff.device = current.device;
      } else if (last.device !== current.device) {
        diff.device = current.device;
      }
    
      if (current.commandHash === null && last.commandHash === undefined) {
        diff.commandHash = current.commandHash;
      } else if (current.commandHash == null && last.commandHash == null) {
    
      } else if ((current.commandHash != null && last.commandHash == null) || (current.commandHash == null && last.commandHash != null)) {
        diff.commandHash = current.commandHash;
      } else if (last.commandHash !== current.commandHash) {
        diff.commandHash = current.commandHash;
      }
    
      if (current.reverses === null && last.reverses === undefined) {
        diff.reverses = current.reverses;
      } else if (current.reverses == null && last.reverses == null) {
    
      } else if ((current.reverses != null && last.reverses == null) || (current.reverses == null && last.reverses != null)) {
        diff.reverses = current.reverses;
      } else if (last.reverses !== current.reverses) {
        diff.reverses = current.reverses;
      }
    
      if (current.data === null && last.data === undefined) {
        diff.data = current.data;
      } else if (current.data == null && last.data == null) {
    
      } else if ((current.data != null && last.data == null) || (current.data == null && last.data != null)) {
        diff.data = current.data;
      } else if (!equals(last.data, current.data)) {
        diff.data = current.data;
      }
    
      if (current.prevHash === null && last.prevHash === undefined) {
        diff.prevHash = current.prevHash;
      } else if (current.prevHash == null && last.prevHash == null) {
    
      } else if ((current.prevHash != null && last.prevHash == null) || (current.prevHash == null && last.prevHash != null)) {
        diff.prevHash = current.prevHash;
      } else if (last.prevHash !== current.prevHash) {
        diff.prevHash = current.prevHash;
      }
    
      if (current.hash === null && last.hash === undefined) {
        diff.hash = current.hash;
      } else if (current.hash == null && last.hash == null) {
    
      } else if ((current.hash != null && last.hash == null) || (current.hash == null && last.hash != null)) {
        diff.hash = current.hash;
      } else if (last.hash !== current.hash) {
        diff.hash = current.hash;
      }
    
    if (options?.includeInverseSides) {
    }
      return diff;
    }
  },
  'snapshotGenerator-network_entry_7000': function(clone, cloneEmbeddable) {
    return function(entity) {
      const ret = {};
      if (typeof entity.networkId !== 'undefined') {
        ret.networkId = entity.networkId;
      }
    
      if (typeof entity.seq !== 'undefined') {
        ret.seq = clone(entity.seq);
      }
    
      if (typeof entity.id !== 'undefined') {
        ret.id = entity.id;
      }
    
      if (typeof entity.type !== 'undefined') {
        ret.type = entity.type;
      }
    
      if (typeof entity.v !== 'undefined') {
        ret.v = clone(entity.v);
      }
    
      if (typeof entity.effectiveOn !== 'undefined') {
        ret.effectiveOn = entity.effectiveOn;
      }
    
      if (typeof entity.recordedAt !== 'undefined') {
        ret.recordedAt = entity.recordedAt;
      }
    
      if (typeof entity.recordedBy !== 'undefined') {
        ret.recordedBy = entity.recordedBy;
      }
    
      if (typeof entity.device !== 'undefined') {
        ret.device = entity.device;
      }
    
      if (typeof entity.commandHash !== 'undefined') {
        ret.commandHash = entity.commandHash;
      }
    
      if (typeof entity.reverses !== 'undefined') {
        ret.reverses = entity.reverses;
      }
    
      if (typeof entity.data !== 'undefined') {
        ret.data = clone(entity.data);
      }
    
      if (typeof entity.prevHash !== 'undefined') {
        ret.prevHash = entity.prevHash;
      }
    
      if (typeof entity.hash !== 'undefined') {
        ret.hash = entity.hash;
      }
    
      return ret;
    }
  },
  'resultMapper-network_entry_7000': function(PolymorphicRef) {
    // compiled mapper for entity NetworkEntry
    return function(result) {
      const ret = {};
      const mapped = {};
      if (typeof result.network_id !== 'undefined') {
        ret.networkId = result.network_id;
        mapped.network_id = true;
      }
      if (typeof result.seq !== 'undefined') {
        ret.seq = result.seq;
        mapped.seq = true;
      }
      if (typeof result.id !== 'undefined') {
        ret.id = result.id;
        mapped.id = true;
      }
      if (typeof result.type !== 'undefined') {
        ret.type = result.type;
        mapped.type = true;
      }
      if (typeof result.v !== 'undefined') {
        ret.v = result.v;
        mapped.v = true;
      }
      if (typeof result.effective_on !== 'undefined') {
        ret.effectiveOn = result.effective_on;
        mapped.effective_on = true;
      }
      if (typeof result.recorded_at !== 'undefined') {
        ret.recordedAt = result.recorded_at;
        mapped.recorded_at = true;
      }
      if (typeof result.recorded_by !== 'undefined') {
        ret.recordedBy = result.recorded_by;
        mapped.recorded_by = true;
      }
      if (typeof result.device !== 'undefined') {
        ret.device = result.device;
        mapped.device = true;
      }
      if (typeof result.command_hash !== 'undefined') {
        ret.commandHash = result.command_hash;
        mapped.command_hash = true;
      }
      if (typeof result.reverses !== 'undefined') {
        ret.reverses = result.reverses;
        mapped.reverses = true;
      }
      if (typeof result.data !== 'undefined') {
        ret.data = result.data;
        mapped.data = true;
      }
      if (typeof result.prev_hash !== 'undefined') {
        ret.prevHash = result.prev_hash;
        mapped.prev_hash = true;
      }
      if (typeof result.hash !== 'undefined') {
        ret.hash = result.hash;
        mapped.hash = true;
      }
      for (let k in result) { if (Object.hasOwn(result, k) && !mapped[k] && ret[k] === undefined) ret[k] = result[k]; }
      return ret;
    }
  },
  'hydrator-network_entry_7000-reference-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity NetworkEntry ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.seq === null) {
        entity.seq = null;
      } else if (typeof data.seq !== 'undefined') {
        entity.seq = data.seq;
      }
    }
  },
  'hydrator-network_entry_7000-reference-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity NetworkEntry ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.seq === null) {
        entity.seq = null;
      } else if (typeof data.seq !== 'undefined') {
        entity.seq = data.seq;
      }
    }
  },
  'pkGetter-network_entry_7000': function(isEntityOrRef) {
    // compiled pk getter for entity NetworkEntry
    return function(entity) {
      const cond = {
        networkId: entity.networkId,
        seq: entity.seq,
      };
      if (cond.networkId == null || cond.seq == null) return null;
      return cond;
    }
  },
  'pkGetterConverted-network_entry_7000': function(isEntityOrRef) {
    // compiled pk getter (with converted custom types) for entity NetworkEntry
    return function(entity) {
      const cond = {
        networkId: entity.networkId,
        seq: entity.seq,
      };
      if (cond.networkId == null || cond.seq == null) return null;
      return cond;
    }
  },
  'pkSerializer-network_entry_7000': function(isEntityOrRef, getCompositeKeyValue, getPrimaryKeyHash) {
    // compiled pk serializer for entity NetworkEntry
    return function(entity) {
      const pks = entity.__helper.__pk ? getCompositeKeyValue(entity.__helper.__pk) : [
        entity.networkId,
        entity.seq,
      ];
      return pks.join('~~~');
    }
  },
  'hydrator-message_row_23000-full-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity MessageRow ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.kind === null) {
        entity.kind = null;
      } else if (typeof data.kind !== 'undefined') {
        entity.kind = data.kind;
      }
      if (data.about === null) {
        entity.about = null;
      } else if (typeof data.about !== 'undefined') {
        entity.about = data.about;
      }
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.sealed === null) {
        entity.sealed = null;
      } else if (typeof data.sealed !== 'undefined') {
        entity.sealed = data.sealed;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'hydrator-message_row_23000-full-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity MessageRow ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.kind === null) {
        entity.kind = null;
      } else if (typeof data.kind !== 'undefined') {
        entity.kind = data.kind;
      }
      if (data.about === null) {
        entity.about = null;
      } else if (typeof data.about !== 'undefined') {
        entity.about = data.about;
      }
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.sealed === null) {
        entity.sealed = null;
      } else if (typeof data.sealed !== 'undefined') {
        entity.sealed = data.sealed;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'comparator-message_row_23000': function(compareArrays, compareBooleans, compareBuffers, compareObjects, equals) {
    // compiled comparator for entity MessageRow
    return function(last, current, options) {
      const diff = {};
      if (current.networkId === null && last.networkId === undefined) {
        diff.networkId = current.networkId;
      } else if (current.networkId == null && last.networkId == null) {
    
      } else if ((current.networkId != null && last.networkId == null) || (current.networkId == null && last.networkId != null)) {
        diff.networkId = current.networkId;
      } else if (last.networkId !== current.networkId) {
        diff.networkId = current.networkId;
      }
    
      if (current.kind === null && last.kind === undefined) {
        diff.kind = current.kind;
      } else if (current.kind == null && last.kind == null) {
    
      } else if ((current.kind != null && last.kind == null) || (current.kind == null && last.kind != null)) {
        diff.kind = current.kind;
      } else if (last.kind !== current.kind) {
        diff.kind = current.kind;
      }
    
      if (current.about === null && last.about === undefined) {
        diff.about = current.about;
      } else if (current.about == null && last.about == null) {
    
      } else if ((current.about != null && last.about == null) || (current.about == null && last.about != null)) {
        diff.about = current.about;
      } else if (last.about !== current.about) {
        diff.about = current.about;
      }
    
      if (current.fundId === null && last.fundId === undefined) {
        diff.fundId = current.fundId;
      } else if (current.fundId == null && last.fundId == null) {
    
      } else if ((current.fundId != null && last.fundId == null) || (current.fundId == null && last.fundId != null)) {
        diff.fundId = current.fundId;
      } else if (last.fundId !== current.fundId) {
        diff.fundId = current.fundId;
      }
    
      if (current.sealed === null && last.sealed === undefined) {
        diff.sealed = current.sealed;
      } else if (current.sealed == null && last.sealed == null) {
    
      } else if ((current.sealed != null && last.sealed == null) || (current.sealed == null && last.sealed != null)) {
        diff.sealed = current.sealed;
      } else if (!equals(last.sealed, current.sealed)) {
        diff.sealed = current.sealed;
      }
    
      if (current.mark === null && last.mark === undefined) {
        diff.mark = current.mark;
      } else if (current.mark == null && last.mark == null) {
    
      } else if ((current.mark != null && last.mark == null) || (current.mark == null && last.mark != null)) {
        diff.mark = current.mark;
      } else if (last.mark !== current.mark) {
        diff.mark = current.mark;
      }
    
    if (options?.includeInverseSides) {
    }
      return diff;
    }
  },
  'snapshotGenerator-message_row_23000': function(clone, cloneEmbeddable) {
    return function(entity) {
      const ret = {};
      if (typeof entity.networkId !== 'undefined') {
        ret.networkId = entity.networkId;
      }
    
      if (typeof entity.kind !== 'undefined') {
        ret.kind = entity.kind;
      }
    
      if (typeof entity.about !== 'undefined') {
        ret.about = entity.about;
      }
    
      if (typeof entity.fundId !== 'undefined') {
        ret.fundId = entity.fundId;
      }
    
      if (typeof entity.sealed !== 'undefined') {
        ret.sealed = clone(entity.sealed);
      }
    
      if (typeof entity.mark !== 'undefined') {
        ret.mark = entity.mark;
      }
    
      return ret;
    }
  },
  'resultMapper-message_row_23000': function(PolymorphicRef) {
    // compiled mapper for entity MessageRow
    return function(result) {
      const ret = {};
      const mapped = {};
      if (typeof result.network_id !== 'undefined') {
        ret.networkId = result.network_id;
        mapped.network_id = true;
      }
      if (typeof result.kind !== 'undefined') {
        ret.kind = result.kind;
        mapped.kind = true;
      }
      if (typeof result.about !== 'undefined') {
        ret.about = result.about;
        mapped.about = true;
      }
      if (typeof result.fund_id !== 'undefined') {
        ret.fundId = result.fund_id;
        mapped.fund_id = true;
      }
      if (typeof result.sealed !== 'undefined') {
        ret.sealed = result.sealed;
        mapped.sealed = true;
      }
      if (typeof result.mark !== 'undefined') {
        ret.mark = result.mark;
        mapped.mark = true;
      }
      for (let k in result) { if (Object.hasOwn(result, k) && !mapped[k] && ret[k] === undefined) ret[k] = result[k]; }
      return ret;
    }
  },
  'hydrator-message_row_23000-reference-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity MessageRow ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.kind === null) {
        entity.kind = null;
      } else if (typeof data.kind !== 'undefined') {
        entity.kind = data.kind;
      }
      if (data.about === null) {
        entity.about = null;
      } else if (typeof data.about !== 'undefined') {
        entity.about = data.about;
      }
    }
  },
  'hydrator-message_row_23000-reference-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity MessageRow ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.kind === null) {
        entity.kind = null;
      } else if (typeof data.kind !== 'undefined') {
        entity.kind = data.kind;
      }
      if (data.about === null) {
        entity.about = null;
      } else if (typeof data.about !== 'undefined') {
        entity.about = data.about;
      }
    }
  },
  'pkGetter-message_row_23000': function(isEntityOrRef) {
    // compiled pk getter for entity MessageRow
    return function(entity) {
      const cond = {
        networkId: entity.networkId,
        kind: entity.kind,
        about: entity.about,
      };
      if (cond.networkId == null || cond.kind == null || cond.about == null) return null;
      return cond;
    }
  },
  'pkGetterConverted-message_row_23000': function(isEntityOrRef) {
    // compiled pk getter (with converted custom types) for entity MessageRow
    return function(entity) {
      const cond = {
        networkId: entity.networkId,
        kind: entity.kind,
        about: entity.about,
      };
      if (cond.networkId == null || cond.kind == null || cond.about == null) return null;
      return cond;
    }
  },
  'pkSerializer-message_row_23000': function(isEntityOrRef, getCompositeKeyValue, getPrimaryKeyHash) {
    // compiled pk serializer for entity MessageRow
    return function(entity) {
      const pks = entity.__helper.__pk ? getCompositeKeyValue(entity.__helper.__pk) : [
        entity.networkId,
        entity.kind,
        entity.about,
      ];
      return pks.join('~~~');
    }
  },
  'hydrator-membership_10000-full-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Membership ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.userId === null) {
        entity.userId = null;
      } else if (typeof data.userId !== 'undefined') {
        entity.userId = data.userId;
      }
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.memberId === null) {
        entity.memberId = null;
      } else if (typeof data.memberId !== 'undefined') {
        entity.memberId = data.memberId;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'hydrator-membership_10000-full-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Membership ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.userId === null) {
        entity.userId = null;
      } else if (typeof data.userId !== 'undefined') {
        entity.userId = data.userId;
      }
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.memberId === null) {
        entity.memberId = null;
      } else if (typeof data.memberId !== 'undefined') {
        entity.memberId = data.memberId;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'comparator-membership_10000': function(compareArrays, compareBooleans, compareBuffers, compareObjects, equals) {
    // compiled comparator for entity Membership
    return function(last, current, options) {
      const diff = {};
      if (current.networkId === null && last.networkId === undefined) {
        diff.networkId = current.networkId;
      } else if (current.networkId == null && last.networkId == null) {
    
      } else if ((current.networkId != null && last.networkId == null) || (current.networkId == null && last.networkId != null)) {
        diff.networkId = current.networkId;
      } else if (last.networkId !== current.networkId) {
        diff.networkId = current.networkId;
      }
    
      if (current.userId === null && last.userId === undefined) {
        diff.userId = current.userId;
      } else if (current.userId == null && last.userId == null) {
    
      } else if ((current.userId != null && last.userId == null) || (current.userId == null && last.userId != null)) {
        diff.userId = current.userId;
      } else if (last.userId !== current.userId) {
        diff.userId = current.userId;
      }
    
      if (current.fundId === null && last.fundId === undefined) {
        diff.fundId = current.fundId;
      } else if (current.fundId == null && last.fundId == null) {
    
      } else if ((current.fundId != null && last.fundId == null) || (current.fundId == null && last.fundId != null)) {
        diff.fundId = current.fundId;
      } else if (last.fundId !== current.fundId) {
        diff.fundId = current.fundId;
      }
    
      if (current.memberId === null && last.memberId === undefined) {
        diff.memberId = current.memberId;
      } else if (current.memberId == null && last.memberId == null) {
    
      } else if ((current.memberId != null && last.memberId == null) || (current.memberId == null && last.memberId != null)) {
        diff.memberId = current.memberId;
      } else if (last.memberId !== current.memberId) {
        diff.memberId = current.memberId;
      }
    
      if (current.mark === null && last.mark === undefined) {
        diff.mark = current.mark;
      } else if (current.mark == null && last.mark == null) {
    
      } else if ((current.mark != null && last.mark == null) || (current.mark == null && last.mark != null)) {
        diff.mark = current.mark;
      } else if (last.mark !== current.mark) {
        diff.mark = current.mark;
      }
    
    if (options?.includeInverseSides) {
    }
      return diff;
    }
  },
  'snapshotGenerator-membership_10000': function(clone, cloneEmbeddable) {
    return function(entity) {
      const ret = {};
      if (typeof entity.networkId !== 'undefined') {
        ret.networkId = entity.networkId;
      }
    
      if (typeof entity.userId !== 'undefined') {
        ret.userId = entity.userId;
      }
    
      if (typeof entity.fundId !== 'undefined') {
        ret.fundId = entity.fundId;
      }
    
      if (typeof entity.memberId !== 'undefined') {
        ret.memberId = entity.memberId;
      }
    
      if (typeof entity.mark !== 'undefined') {
        ret.mark = entity.mark;
      }
    
      return ret;
    }
  },
  'resultMapper-membership_10000': function(PolymorphicRef) {
    // compiled mapper for entity Membership
    return function(result) {
      const ret = {};
      const mapped = {};
      if (typeof result.network_id !== 'undefined') {
        ret.networkId = result.network_id;
        mapped.network_id = true;
      }
      if (typeof result.user_id !== 'undefined') {
        ret.userId = result.user_id;
        mapped.user_id = true;
      }
      if (typeof result.fund_id !== 'undefined') {
        ret.fundId = result.fund_id;
        mapped.fund_id = true;
      }
      if (typeof result.member_id !== 'undefined') {
        ret.memberId = result.member_id;
        mapped.member_id = true;
      }
      if (typeof result.mark !== 'undefined') {
        ret.mark = result.mark;
        mapped.mark = true;
      }
      for (let k in result) { if (Object.hasOwn(result, k) && !mapped[k] && ret[k] === undefined) ret[k] = result[k]; }
      return ret;
    }
  },
  'hydrator-membership_10000-reference-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Membership ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.userId === null) {
        entity.userId = null;
      } else if (typeof data.userId !== 'undefined') {
        entity.userId = data.userId;
      }
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
    }
  },
  'hydrator-membership_10000-reference-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Membership ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.userId === null) {
        entity.userId = null;
      } else if (typeof data.userId !== 'undefined') {
        entity.userId = data.userId;
      }
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
    }
  },
  'pkGetter-membership_10000': function(isEntityOrRef) {
    // compiled pk getter for entity Membership
    return function(entity) {
      const cond = {
        networkId: entity.networkId,
        userId: entity.userId,
        fundId: entity.fundId,
      };
      if (cond.networkId == null || cond.userId == null || cond.fundId == null) return null;
      return cond;
    }
  },
  'pkGetterConverted-membership_10000': function(isEntityOrRef) {
    // compiled pk getter (with converted custom types) for entity Membership
    return function(entity) {
      const cond = {
        networkId: entity.networkId,
        userId: entity.userId,
        fundId: entity.fundId,
      };
      if (cond.networkId == null || cond.userId == null || cond.fundId == null) return null;
      return cond;
    }
  },
  'pkSerializer-membership_10000': function(isEntityOrRef, getCompositeKeyValue, getPrimaryKeyHash) {
    // compiled pk serializer for entity Membership
    return function(entity) {
      const pks = entity.__helper.__pk ? getCompositeKeyValue(entity.__helper.__pk) : [
        entity.networkId,
        entity.userId,
        entity.fundId,
      ];
      return pks.join('~~~');
    }
  },
  'hydrator-member_photo_18000-full-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity MemberPhoto ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.memberId === null) {
        entity.memberId = null;
      } else if (typeof data.memberId !== 'undefined') {
        entity.memberId = data.memberId;
      }
      if (data.mediaType === null) {
        entity.mediaType = null;
      } else if (typeof data.mediaType !== 'undefined') {
        entity.mediaType = data.mediaType;
      }
      if (data.data === null) {
        entity.data = null;
      } else if (typeof data.data !== 'undefined') {
        entity.data = data.data;
      }
      if (data.digest === null) {
        entity.digest = null;
      } else if (typeof data.digest !== 'undefined') {
        entity.digest = data.digest;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'hydrator-member_photo_18000-full-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity MemberPhoto ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.memberId === null) {
        entity.memberId = null;
      } else if (typeof data.memberId !== 'undefined') {
        entity.memberId = data.memberId;
      }
      if (data.mediaType === null) {
        entity.mediaType = null;
      } else if (typeof data.mediaType !== 'undefined') {
        entity.mediaType = data.mediaType;
      }
      if (data.data === null) {
        entity.data = null;
      } else if (typeof data.data !== 'undefined') {
        entity.data = data.data;
      }
      if (data.digest === null) {
        entity.digest = null;
      } else if (typeof data.digest !== 'undefined') {
        entity.digest = data.digest;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'comparator-member_photo_18000': function(compareArrays, compareBooleans, compareBuffers, compareObjects, equals) {
    // compiled comparator for entity MemberPhoto
    return function(last, current, options) {
      const diff = {};
      if (current.fundId === null && last.fundId === undefined) {
        diff.fundId = current.fundId;
      } else if (current.fundId == null && last.fundId == null) {
    
      } else if ((current.fundId != null && last.fundId == null) || (current.fundId == null && last.fundId != null)) {
        diff.fundId = current.fundId;
      } else if (last.fundId !== current.fundId) {
        diff.fundId = current.fundId;
      }
    
      if (current.memberId === null && last.memberId === undefined) {
        diff.memberId = current.memberId;
      } else if (current.memberId == null && last.memberId == null) {
    
      } else if ((current.memberId != null && last.memberId == null) || (current.memberId == null && last.memberId != null)) {
        diff.memberId = current.memberId;
      } else if (last.memberId !== current.memberId) {
        diff.memberId = current.memberId;
      }
    
      if (current.mediaType === null && last.mediaType === undefined) {
        diff.mediaType = current.mediaType;
      } else if (current.mediaType == null && last.mediaType == null) {
    
      } else if ((current.mediaType != null && last.mediaType == null) || (current.mediaType == null && last.mediaType != null)) {
        diff.mediaType = current.mediaType;
      } else if (last.mediaType !== current.mediaType) {
        diff.mediaType = current.mediaType;
      }
    
      if (current.data === null && last.data === undefined) {
        diff.data = current.data;
      } else if (current.data == null && last.data == null) {
    
      } else if ((current.data != null && last.data == null) || (current.data == null && last.data != null)) {
        diff.data = current.data;
      } else if (!equals(last.data, current.data)) {
        diff.data = current.data;
      }
    
      if (current.digest === null && last.digest === undefined) {
        diff.digest = current.digest;
      } else if (current.digest == null && last.digest == null) {
    
      } else if ((current.digest != null && last.digest == null) || (current.digest == null && last.digest != null)) {
        diff.digest = current.digest;
      } else if (last.digest !== current.digest) {
        diff.digest = current.digest;
      }
    
      if (current.mark === null && last.mark === undefined) {
        diff.mark = current.mark;
      } else if (current.mark == null && last.mark == null) {
    
      } else if ((current.mark != null && last.mark == null) || (current.mark == null && last.mark != null)) {
        diff.mark = current.mark;
      } else if (last.mark !== current.mark) {
        diff.mark = current.mark;
      }
    
    if (options?.includeInverseSides) {
    }
      return diff;
    }
  },
  'snapshotGenerator-member_photo_18000': function(clone, cloneEmbeddable) {
    return function(entity) {
      const ret = {};
      if (typeof entity.fundId !== 'undefined') {
        ret.fundId = entity.fundId;
      }
    
      if (typeof entity.memberId !== 'undefined') {
        ret.memberId = entity.memberId;
      }
    
      if (typeof entity.mediaType !== 'undefined') {
        ret.mediaType = entity.mediaType;
      }
    
      if (typeof entity.data !== 'undefined') {
        ret.data = clone(entity.data);
      }
    
      if (typeof entity.digest !== 'undefined') {
        ret.digest = entity.digest;
      }
    
      if (typeof entity.mark !== 'undefined') {
        ret.mark = entity.mark;
      }
    
      return ret;
    }
  },
  'resultMapper-member_photo_18000': function(PolymorphicRef) {
    // compiled mapper for entity MemberPhoto
    return function(result) {
      const ret = {};
      const mapped = {};
      if (typeof result.fund_id !== 'undefined') {
        ret.fundId = result.fund_id;
        mapped.fund_id = true;
      }
      if (typeof result.member_id !== 'undefined') {
        ret.memberId = result.member_id;
        mapped.member_id = true;
      }
      if (typeof result.media_type !== 'undefined') {
        ret.mediaType = result.media_type;
        mapped.media_type = true;
      }
      if (typeof result.data !== 'undefined') {
        ret.data = result.data;
        mapped.data = true;
      }
      if (typeof result.digest !== 'undefined') {
        ret.digest = result.digest;
        mapped.digest = true;
      }
      if (typeof result.mark !== 'undefined') {
        ret.mark = result.mark;
        mapped.mark = true;
      }
      for (let k in result) { if (Object.hasOwn(result, k) && !mapped[k] && ret[k] === undefined) ret[k] = result[k]; }
      return ret;
    }
  },
  'hydrator-member_photo_18000-reference-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity MemberPhoto ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.memberId === null) {
        entity.memberId = null;
      } else if (typeof data.memberId !== 'undefined') {
        entity.memberId = data.memberId;
      }
    }
  },
  'hydrator-member_photo_18000-reference-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity MemberPhoto ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.memberId === null) {
        entity.memberId = null;
      } else if (typeof data.memberId !== 'undefined') {
        entity.memberId = data.memberId;
      }
    }
  },
  'pkGetter-member_photo_18000': function(isEntityOrRef) {
    // compiled pk getter for entity MemberPhoto
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        memberId: entity.memberId,
      };
      if (cond.fundId == null || cond.memberId == null) return null;
      return cond;
    }
  },
  'pkGetterConverted-member_photo_18000': function(isEntityOrRef) {
    // compiled pk getter (with converted custom types) for entity MemberPhoto
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        memberId: entity.memberId,
      };
      if (cond.fundId == null || cond.memberId == null) return null;
      return cond;
    }
  },
  'pkSerializer-member_photo_18000': function(isEntityOrRef, getCompositeKeyValue, getPrimaryKeyHash) {
    // compiled pk serializer for entity MemberPhoto
    return function(entity) {
      const pks = entity.__helper.__pk ? getCompositeKeyValue(entity.__helper.__pk) : [
        entity.fundId,
        entity.memberId,
      ];
      return pks.join('~~~');
    }
  },
  'hydrator-member_name_17000-full-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity MemberName ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.memberId === null) {
        entity.memberId = null;
      } else if (typeof data.memberId !== 'undefined') {
        entity.memberId = data.memberId;
      }
      if (data.khmer === null) {
        entity.khmer = null;
      } else if (typeof data.khmer !== 'undefined') {
        entity.khmer = data.khmer;
      }
      if (data.latin === null) {
        entity.latin = null;
      } else if (typeof data.latin !== 'undefined') {
        entity.latin = data.latin;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'hydrator-member_name_17000-full-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity MemberName ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.memberId === null) {
        entity.memberId = null;
      } else if (typeof data.memberId !== 'undefined') {
        entity.memberId = data.memberId;
      }
      if (data.khmer === null) {
        entity.khmer = null;
      } else if (typeof data.khmer !== 'undefined') {
        entity.khmer = data.khmer;
      }
      if (data.latin === null) {
        entity.latin = null;
      } else if (typeof data.latin !== 'undefined') {
        entity.latin = data.latin;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'comparator-member_name_17000': function(compareArrays, compareBooleans, compareBuffers, compareObjects, equals) {
    // compiled comparator for entity MemberName
    return function(last, current, options) {
      const diff = {};
      if (current.fundId === null && last.fundId === undefined) {
        diff.fundId = current.fundId;
      } else if (current.fundId == null && last.fundId == null) {
    
      } else if ((current.fundId != null && last.fundId == null) || (current.fundId == null && last.fundId != null)) {
        diff.fundId = current.fundId;
      } else if (last.fundId !== current.fundId) {
        diff.fundId = current.fundId;
      }
    
      if (current.memberId === null && last.memberId === undefined) {
        diff.memberId = current.memberId;
      } else if (current.memberId == null && last.memberId == null) {
    
      } else if ((current.memberId != null && last.memberId == null) || (current.memberId == null && last.memberId != null)) {
        diff.memberId = current.memberId;
      } else if (last.memberId !== current.memberId) {
        diff.memberId = current.memberId;
      }
    
      if (current.khmer === null && last.khmer === undefined) {
        diff.khmer = current.khmer;
      } else if (current.khmer == null && last.khmer == null) {
    
      } else if ((current.khmer != null && last.khmer == null) || (current.khmer == null && last.khmer != null)) {
        diff.khmer = current.khmer;
      } else if (last.khmer !== current.khmer) {
        diff.khmer = current.khmer;
      }
    
      if (current.latin === null && last.latin === undefined) {
        diff.latin = current.latin;
      } else if (current.latin == null && last.latin == null) {
    
      } else if ((current.latin != null && last.latin == null) || (current.latin == null && last.latin != null)) {
        diff.latin = current.latin;
      } else if (last.latin !== current.latin) {
        diff.latin = current.latin;
      }
    
      if (current.mark === null && last.mark === undefined) {
        diff.mark = current.mark;
      } else if (current.mark == null && last.mark == null) {
    
      } else if ((current.mark != null && last.mark == null) || (current.mark == null && last.mark != null)) {
        diff.mark = current.mark;
      } else if (last.mark !== current.mark) {
        diff.mark = current.mark;
      }
    
    if (options?.includeInverseSides) {
    }
      return diff;
    }
  },
  'snapshotGenerator-member_name_17000': function(clone, cloneEmbeddable) {
    return function(entity) {
      const ret = {};
      if (typeof entity.fundId !== 'undefined') {
        ret.fundId = entity.fundId;
      }
    
      if (typeof entity.memberId !== 'undefined') {
        ret.memberId = entity.memberId;
      }
    
      if (typeof entity.khmer !== 'undefined') {
        ret.khmer = entity.khmer;
      }
    
      if (typeof entity.latin !== 'undefined') {
        ret.latin = entity.latin;
      }
    
      if (typeof entity.mark !== 'undefined') {
        ret.mark = entity.mark;
      }
    
      return ret;
    }
  },
  'resultMapper-member_name_17000': function(PolymorphicRef) {
    // compiled mapper for entity MemberName
    return function(result) {
      const ret = {};
      const mapped = {};
      if (typeof result.fund_id !== 'undefined') {
        ret.fundId = result.fund_id;
        mapped.fund_id = true;
      }
      if (typeof result.member_id !== 'undefined') {
        ret.memberId = result.member_id;
        mapped.member_id = true;
      }
      if (typeof result.khmer !== 'undefined') {
        ret.khmer = result.khmer;
        mapped.khmer = true;
      }
      if (typeof result.latin !== 'undefined') {
        ret.latin = result.latin;
        mapped.latin = true;
      }
      if (typeof result.mark !== 'undefined') {
        ret.mark = result.mark;
        mapped.mark = true;
      }
      for (let k in result) { if (Object.hasOwn(result, k) && !mapped[k] && ret[k] === undefined) ret[k] = result[k]; }
      return ret;
    }
  },
  'hydrator-member_name_17000-reference-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity MemberName ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.memberId === null) {
        entity.memberId = null;
      } else if (typeof data.memberId !== 'undefined') {
        entity.memberId = data.memberId;
      }
    }
  },
  'hydrator-member_name_17000-reference-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity MemberName ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.memberId === null) {
        entity.memberId = null;
      } else if (typeof data.memberId !== 'undefined') {
        entity.memberId = data.memberId;
      }
    }
  },
  'pkGetter-member_name_17000': function(isEntityOrRef) {
    // compiled pk getter for entity MemberName
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        memberId: entity.memberId,
      };
      if (cond.fundId == null || cond.memberId == null) return null;
      return cond;
    }
  },
  'pkGetterConverted-member_name_17000': function(isEntityOrRef) {
    // compiled pk getter (with converted custom types) for entity MemberName
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        memberId: entity.memberId,
      };
      if (cond.fundId == null || cond.memberId == null) return null;
      return cond;
    }
  },
  'pkSerializer-member_name_17000': function(isEntityOrRef, getCompositeKeyValue, getPrimaryKeyHash) {
    // compiled pk serializer for entity MemberName
    return function(entity) {
      const pks = entity.__helper.__pk ? getCompositeKeyValue(entity.__helper.__pk) : [
        entity.fundId,
        entity.memberId,
      ];
      return pks.join('~~~');
    }
  },
  'hydrator-kinship_20000-full-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Kinship ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.firstId === null) {
        entity.firstId = null;
      } else if (typeof data.firstId !== 'undefined') {
        entity.firstId = data.firstId;
      }
      if (data.secondId === null) {
        entity.secondId = null;
      } else if (typeof data.secondId !== 'undefined') {
        entity.secondId = data.secondId;
      }
      if (data.relation === null) {
        entity.relation = null;
      } else if (typeof data.relation !== 'undefined') {
        entity.relation = data.relation;
      }
      if (data.declaredAt === null) {
        entity.declaredAt = null;
      } else if (typeof data.declaredAt !== 'undefined') {
        entity.declaredAt = data.declaredAt;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'hydrator-kinship_20000-full-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Kinship ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.firstId === null) {
        entity.firstId = null;
      } else if (typeof data.firstId !== 'undefined') {
        entity.firstId = data.firstId;
      }
      if (data.secondId === null) {
        entity.secondId = null;
      } else if (typeof data.secondId !== 'undefined') {
        entity.secondId = data.secondId;
      }
      if (data.relation === null) {
        entity.relation = null;
      } else if (typeof data.relation !== 'undefined') {
        entity.relation = data.relation;
      }
      if (data.declaredAt === null) {
        entity.declaredAt = null;
      } else if (typeof data.declaredAt !== 'undefined') {
        entity.declaredAt = data.declaredAt;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'comparator-kinship_20000': function(compareArrays, compareBooleans, compareBuffers, compareObjects, equals) {
    // compiled comparator for entity Kinship
    return function(last, current, options) {
      const diff = {};
      if (current.fundId === null && last.fundId === undefined) {
        diff.fundId = current.fundId;
      } else if (current.fundId == null && last.fundId == null) {
    
      } else if ((current.fundId != null && last.fundId == null) || (current.fundId == null && last.fundId != null)) {
        diff.fundId = current.fundId;
      } else if (last.fundId !== current.fundId) {
        diff.fundId = current.fundId;
      }
    
      if (current.firstId === null && last.firstId === undefined) {
        diff.firstId = current.firstId;
      } else if (current.firstId == null && last.firstId == null) {
    
      } else if ((current.firstId != null && last.firstId == null) || (current.firstId == null && last.firstId != null)) {
        diff.firstId = current.firstId;
      } else if (last.firstId !== current.firstId) {
        diff.firstId = current.firstId;
      }
    
      if (current.secondId === null && last.secondId === undefined) {
        diff.secondId = current.secondId;
      } else if (current.secondId == null && last.secondId == null) {
    
      } else if ((current.secondId != null && last.secondId == null) || (current.secondId == null && last.secondId != null)) {
        diff.secondId = current.secondId;
      } else if (last.secondId !== current.secondId) {
        diff.secondId = current.secondId;
      }
    
      if (current.relation === null && last.relation === undefined) {
        diff.relation = current.relation;
      } else if (current.relation == null && last.relation == null) {
    
      } else if ((current.relation != null && last.relation == null) || (current.relation == null && last.relation != null)) {
        diff.relation = current.relation;
      } else if (last.relation !== current.relation) {
        diff.relation = current.relation;
      }
    
      if (current.declaredAt === null && last.declaredAt === undefined) {
        diff.declaredAt = current.declaredAt;
      } else if (current.declaredAt == null && last.declaredAt == null) {
    
      } else if ((current.declaredAt != null && last.declaredAt == null) || (current.declaredAt == null && last.declaredAt != null)) {
        diff.declaredAt = current.declaredAt;
      } else if (last.declaredAt !== current.declaredAt) {
        diff.declaredAt = current.declaredAt;
      }
    
      if (current.mark === null && last.mark === undefined) {
        diff.mark = current.mark;
      } else if (current.mark == null && last.mark == null) {
    
      } else if ((current.mark != null && last.mark == null) || (current.mark == null && last.mark != null)) {
        diff.mark = current.mark;
      } else if (last.mark !== current.mark) {
        diff.mark = current.mark;
      }
    
    if (options?.includeInverseSides) {
    }
      return diff;
    }
  },
  'snapshotGenerator-kinship_20000': function(clone, cloneEmbeddable) {
    return function(entity) {
      const ret = {};
      if (typeof entity.fundId !== 'undefined') {
        ret.fundId = entity.fundId;
      }
    
      if (typeof entity.firstId !== 'undefined') {
        ret.firstId = entity.firstId;
      }
    
      if (typeof entity.secondId !== 'undefined') {
        ret.secondId = entity.secondId;
      }
    
      if (typeof entity.relation !== 'undefined') {
        ret.relation = entity.relation;
      }
    
      if (typeof entity.declaredAt !== 'undefined') {
        ret.declaredAt = entity.declaredAt;
      }
    
      if (typeof entity.mark !== 'undefined') {
        ret.mark = entity.mark;
      }
    
      return ret;
    }
  },
  'resultMapper-kinship_20000': function(PolymorphicRef) {
    // compiled mapper for entity Kinship
    return function(result) {
      const ret = {};
      const mapped = {};
      if (typeof result.fund_id !== 'undefined') {
        ret.fundId = result.fund_id;
        mapped.fund_id = true;
      }
      if (typeof result.first_id !== 'undefined') {
        ret.firstId = result.first_id;
        mapped.first_id = true;
      }
      if (typeof result.second_id !== 'undefined') {
        ret.secondId = result.second_id;
        mapped.second_id = true;
      }
      if (typeof result.relation !== 'undefined') {
        ret.relation = result.relation;
        mapped.relation = true;
      }
      if (typeof result.declared_at !== 'undefined') {
        ret.declaredAt = result.declared_at;
        mapped.declared_at = true;
      }
      if (typeof result.mark !== 'undefined') {
        ret.mark = result.mark;
        mapped.mark = true;
      }
      for (let k in result) { if (Object.hasOwn(result, k) && !mapped[k] && ret[k] === undefined) ret[k] = result[k]; }
      return ret;
    }
  },
  'hydrator-kinship_20000-reference-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Kinship ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.firstId === null) {
        entity.firstId = null;
      } else if (typeof data.firstId !== 'undefined') {
        entity.firstId = data.firstId;
      }
      if (data.secondId === null) {
        entity.secondId = null;
      } else if (typeof data.secondId !== 'undefined') {
        entity.secondId = data.secondId;
      }
      if (data.relation === null) {
        entity.relation = null;
      } else if (typeof data.relation !== 'undefined') {
        entity.relation = data.relation;
      }
    }
  },
  'hydrator-kinship_20000-reference-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Kinship ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.firstId === null) {
        entity.firstId = null;
      } else if (typeof data.firstId !== 'undefined') {
        entity.firstId = data.firstId;
      }
      if (data.secondId === null) {
        entity.secondId = null;
      } else if (typeof data.secondId !== 'undefined') {
        entity.secondId = data.secondId;
      }
      if (data.relation === null) {
        entity.relation = null;
      } else if (typeof data.relation !== 'undefined') {
        entity.relation = data.relation;
      }
    }
  },
  'pkGetter-kinship_20000': function(isEntityOrRef) {
    // compiled pk getter for entity Kinship
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        firstId: entity.firstId,
        secondId: entity.secondId,
        relation: entity.relation,
      };
      if (cond.fundId == null || cond.firstId == null || cond.secondId == null || cond.relation == null) return null;
      return cond;
    }
  },
  'pkGetterConverted-kinship_20000': function(isEntityOrRef) {
    // compiled pk getter (with converted custom types) for entity Kinship
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        firstId: entity.firstId,
        secondId: entity.secondId,
        relation: entity.relation,
      };
      if (cond.fundId == null || cond.firstId == null || cond.secondId == null || cond.relation == null) return null;
      return cond;
    }
  },
  'pkSerializer-kinship_20000': function(isEntityOrRef, getCompositeKeyValue, getPrimaryKeyHash) {
    // compiled pk serializer for entity Kinship
    return function(entity) {
      const pks = entity.__helper.__pk ? getCompositeKeyValue(entity.__helper.__pk) : [
        entity.fundId,
        entity.firstId,
        entity.secondId,
        entity.relation,
      ];
      return pks.join('~~~');
    }
  },
  'hydrator-flag_4000-full-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Flag ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.seq === null) {
        entity.seq = null;
      } else if (typeof data.seq !== 'undefined') {
        entity.seq = data.seq;
      }
      if (data.flag === null) {
        entity.flag = null;
      } else if (typeof data.flag !== 'undefined') {
        entity.flag = data.flag;
      }
      if (data.entryType === null) {
        entity.entryType = null;
      } else if (typeof data.entryType !== 'undefined') {
        entity.entryType = data.entryType;
      }
      if (data.effectiveOn === null) {
        entity.effectiveOn = null;
      } else if (typeof data.effectiveOn !== 'undefined') {
        entity.effectiveOn = data.effectiveOn;
      }
      if (data.subject === null) {
        entity.subject = null;
      } else if (typeof data.subject !== 'undefined') {
        entity.subject = data.subject;
      }
    }
  },
  'hydrator-flag_4000-full-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Flag ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.seq === null) {
        entity.seq = null;
      } else if (typeof data.seq !== 'undefined') {
        entity.seq = data.seq;
      }
      if (data.flag === null) {
        entity.flag = null;
      } else if (typeof data.flag !== 'undefined') {
        entity.flag = data.flag;
      }
      if (data.entryType === null) {
        entity.entryType = null;
      } else if (typeof data.entryType !== 'undefined') {
        entity.entryType = data.entryType;
      }
      if (data.effectiveOn === null) {
        entity.effectiveOn = null;
      } else if (typeof data.effectiveOn !== 'undefined') {
        entity.effectiveOn = data.effectiveOn;
      }
      if (data.subject === null) {
        entity.subject = null;
      } else if (typeof data.subject !== 'undefined') {
        entity.subject = data.subject;
      }
    }
  },
  'comparator-flag_4000': function(compareArrays, compareBooleans, compareBuffers, compareObjects, equals) {
    // compiled comparator for entity Flag
    return function(last, current, options) {
      const diff = {};
      if (current.fundId === null && last.fundId === undefined) {
        diff.fundId = current.fundId;
      } else if (current.fundId == null && last.fundId == null) {
    
      } else if ((current.fundId != null && last.fundId == null) || (current.fundId == null && last.fundId != null)) {
        diff.fundId = current.fundId;
      } else if (last.fundId !== current.fundId) {
        diff.fundId = current.fundId;
      }
    
      if (current.seq === null && last.seq === undefined) {
        diff.seq = current.seq;
      } else if (current.seq == null && last.seq == null) {
    
      } else if ((current.seq != null && last.seq == null) || (current.seq == null && last.seq != null)) {
        diff.seq = current.seq;
      } else if (!equals(last.seq, current.seq)) {
        diff.seq = current.seq;
      }
    
      if (current.flag === null && last.flag === undefined) {
        diff.flag = current.flag;
      } else if (current.flag == null && last.flag == null) {
    
      } else if ((current.flag != null && last.flag == null) || (current.flag == null && last.flag != null)) {
        diff.flag = current.flag;
      } else if (last.flag !== current.flag) {
        diff.flag = current.flag;
      }
    
      if (current.entryType === null && last.entryType === undefined) {
        diff.entryType = current.entryType;
      } else if (current.entryType == null && last.entryType == null) {
    
      } else if ((current.entryType != null && last.entryType == null) || (current.entryType == null && last.entryType != null)) {
        diff.entryType = current.entryType;
      } else if (last.entryType !== current.entryType) {
        diff.entryType = current.entryType;
      }
    
      if (current.effectiveOn === null && last.effectiveOn === undefined) {
        diff.effectiveOn = current.effectiveOn;
      } else if (current.effectiveOn == null && last.effectiveOn == null) {
    
      } else if ((current.effectiveOn != null && last.effectiveOn == null) || (current.effectiveOn == null && last.effectiveOn != null)) {
        diff.effectiveOn = current.effectiveOn;
      } else if (last.effectiveOn !== current.effectiveOn) {
        diff.effectiveOn = current.effectiveOn;
      }
    
      if (current.subject === null && last.subject === undefined) {
        diff.subject = current.subject;
      } else if (current.subject == null && last.subject == null) {
    
      } else if ((current.subject != null && last.subject == null) || (current.subject == null && last.subject != null)) {
        diff.subject = current.subject;
      } else if (last.subject !== current.subject) {
        diff.subject = current.subject;
      }
    
    if (options?.includeInverseSides) {
    }
      return diff;
    }
  },
  'snapshotGenerator-flag_4000': function(clone, cloneEmbeddable) {
    return function(entity) {
      const ret = {};
      if (typeof entity.fundId !== 'undefined') {
        ret.fundId = entity.fundId;
      }
    
      if (typeof entity.seq !== 'undefined') {
        ret.seq = clone(entity.seq);
      }
    
      if (typeof entity.flag !== 'undefined') {
        ret.flag = entity.flag;
      }
    
      if (typeof entity.entryType !== 'undefined') {
        ret.entryType = entity.entryType;
      }
    
      if (typeof entity.effectiveOn !== 'undefined') {
        ret.effectiveOn = entity.effectiveOn;
      }
    
      if (typeof entity.subject !== 'undefined') {
        ret.subject = entity.subject;
      }
    
      return ret;
    }
  },
  'resultMapper-flag_4000': function(PolymorphicRef) {
    // compiled mapper for entity Flag
    return function(result) {
      const ret = {};
      const mapped = {};
      if (typeof result.fund_id !== 'undefined') {
        ret.fundId = result.fund_id;
        mapped.fund_id = true;
      }
      if (typeof result.seq !== 'undefined') {
        ret.seq = result.seq;
        mapped.seq = true;
      }
      if (typeof result.flag !== 'undefined') {
        ret.flag = result.flag;
        mapped.flag = true;
      }
      if (typeof result.entry_type !== 'undefined') {
        ret.entryType = result.entry_type;
        mapped.entry_type = true;
      }
      if (typeof result.effective_on !== 'undefined') {
        ret.effectiveOn = result.effective_on;
        mapped.effective_on = true;
      }
      if (typeof result.subject !== 'undefined') {
        ret.subject = result.subject;
        mapped.subject = true;
      }
      for (let k in result) { if (Object.hasOwn(result, k) && !mapped[k] && ret[k] === undefined) ret[k] = result[k]; }
      return ret;
    }
  },
  'hydrator-flag_4000-reference-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Flag ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.seq === null) {
        entity.seq = null;
      } else if (typeof data.seq !== 'undefined') {
        entity.seq = data.seq;
      }
      if (data.flag === null) {
        entity.flag = null;
      } else if (typeof data.flag !== 'undefined') {
        entity.flag = data.flag;
      }
    }
  },
  'hydrator-flag_4000-reference-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Flag ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.seq === null) {
        entity.seq = null;
      } else if (typeof data.seq !== 'undefined') {
        entity.seq = data.seq;
      }
      if (data.flag === null) {
        entity.flag = null;
      } else if (typeof data.flag !== 'undefined') {
        entity.flag = data.flag;
      }
    }
  },
  'pkGetter-flag_4000': function(isEntityOrRef) {
    // compiled pk getter for entity Flag
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        seq: entity.seq,
        flag: entity.flag,
      };
      if (cond.fundId == null || cond.seq == null || cond.flag == null) return null;
      return cond;
    }
  },
  'pkGetterConverted-flag_4000': function(isEntityOrRef) {
    // compiled pk getter (with converted custom types) for entity Flag
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        seq: entity.seq,
        flag: entity.flag,
      };
      if (cond.fundId == null || cond.seq == null || cond.flag == null) return null;
      return cond;
    }
  },
  'pkSerializer-flag_4000': function(isEntityOrRef, getCompositeKeyValue, getPrimaryKeyHash) {
    // compiled pk serializer for entity Flag
    return function(entity) {
      const pks = entity.__helper.__pk ? getCompositeKeyValue(entity.__helper.__pk) : [
        entity.fundId,
        entity.seq,
        entity.flag,
      ];
      return pks.join('~~~');
    }
  },
  'hydrator-entry_0-full-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Entry ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.seq === null) {
        entity.seq = null;
      } else if (typeof data.seq !== 'undefined') {
        entity.seq = data.seq;
      }
      if (data.id === null) {
        entity.id = null;
      } else if (typeof data.id !== 'undefined') {
        entity.id = data.id;
      }
      if (data.type === null) {
        entity.type = null;
      } else if (typeof data.type !== 'undefined') {
        entity.type = data.type;
      }
      if (data.v === null) {
        entity.v = null;
      } else if (typeof data.v !== 'undefined') {
        entity.v = data.v;
      }
      if (data.effectiveOn === null) {
        entity.effectiveOn = null;
      } else if (typeof data.effectiveOn !== 'undefined') {
        entity.effectiveOn = data.effectiveOn;
      }
      if (data.recordedAt === null) {
        entity.recordedAt = null;
      } else if (typeof data.recordedAt !== 'undefined') {
        entity.recordedAt = data.recordedAt;
      }
      if (data.recordedBy === null) {
        entity.recordedBy = null;
      } else if (typeof data.recordedBy !== 'undefined') {
        entity.recordedBy = data.recordedBy;
      }
      if (data.device === null) {
        entity.device = null;
      } else if (typeof data.device !== 'undefined') {
        entity.device = data.device;
      }
      if (data.commandHash === null) {
        entity.commandHash = null;
      } else if (typeof data.commandHash !== 'undefined') {
        entity.commandHash = data.commandHash;
      }
      if (data.reverses === null) {
        entity.reverses = null;
      } else if (typeof data.reverses !== 'undefined') {
        entity.reverses = data.reverses;
      }
      if (data.data === null) {
        entity.data = null;
      } else if (typeof data.data !== 'undefined') {
        entity.data = data.data;
      }
      if (data.prevHash === null) {
        entity.prevHash = null;
      } else if (typeof data.prevHash !== 'undefined') {
        entity.prevHash = data.prevHash;
      }
      if (data.hash === null) {
        entity.hash = null;
      } else if (typeof data.hash !== 'undefined') {
        entity.hash = data.hash;
      }
    }
  },
  'hydrator-entry_0-full-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Entry ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.seq === null) {
        entity.seq = null;
      } else if (typeof data.seq !== 'undefined') {
        entity.seq = data.seq;
      }
      if (data.id === null) {
        entity.id = null;
      } else if (typeof data.id !== 'undefined') {
        entity.id = data.id;
      }
      if (data.type === null) {
        entity.type = null;
      } else if (typeof data.type !== 'undefined') {
        entity.type = data.type;
      }
      if (data.v === null) {
        entity.v = null;
      } else if (typeof data.v !== 'undefined') {
        entity.v = data.v;
      }
      if (data.effectiveOn === null) {
        entity.effectiveOn = null;
      } else if (typeof data.effectiveOn !== 'undefined') {
        entity.effectiveOn = data.effectiveOn;
      }
      if (data.recordedAt === null) {
        entity.recordedAt = null;
      } else if (typeof data.recordedAt !== 'undefined') {
        entity.recordedAt = data.recordedAt;
      }
      if (data.recordedBy === null) {
        entity.recordedBy = null;
      } else if (typeof data.recordedBy !== 'undefined') {
        entity.recordedBy = data.recordedBy;
      }
      if (data.device === null) {
        entity.device = null;
      } else if (typeof data.device !== 'undefined') {
        entity.device = data.device;
      }
      if (data.commandHash === null) {
        entity.commandHash = null;
      } else if (typeof data.commandHash !== 'undefined') {
        entity.commandHash = data.commandHash;
      }
      if (data.reverses === null) {
        entity.reverses = null;
      } else if (typeof data.reverses !== 'undefined') {
        entity.reverses = data.reverses;
      }
      if (data.data === null) {
        entity.data = null;
      } else if (typeof data.data !== 'undefined') {
        entity.data = data.data;
      }
      if (data.prevHash === null) {
        entity.prevHash = null;
      } else if (typeof data.prevHash !== 'undefined') {
        entity.prevHash = data.prevHash;
      }
      if (data.hash === null) {
        entity.hash = null;
      } else if (typeof data.hash !== 'undefined') {
        entity.hash = data.hash;
      }
    }
  },
  'comparator-entry_0': function(compareArrays, compareBooleans, compareBuffers, compareObjects, equals) {
    // compiled comparator for entity Entry
    return function(last, current, options) {
      const diff = {};
      if (current.fundId === null && last.fundId === undefined) {
        diff.fundId = current.fundId;
      } else if (current.fundId == null && last.fundId == null) {
    
      } else if ((current.fundId != null && last.fundId == null) || (current.fundId == null && last.fundId != null)) {
        diff.fundId = current.fundId;
      } else if (last.fundId !== current.fundId) {
        diff.fundId = current.fundId;
      }
    
      if (current.seq === null && last.seq === undefined) {
        diff.seq = current.seq;
      } else if (current.seq == null && last.seq == null) {
    
      } else if ((current.seq != null && last.seq == null) || (current.seq == null && last.seq != null)) {
        diff.seq = current.seq;
      } else if (!equals(last.seq, current.seq)) {
        diff.seq = current.seq;
      }
    
      if (current.id === null && last.id === undefined) {
        diff.id = current.id;
      } else if (current.id == null && last.id == null) {
    
      } else if ((current.id != null && last.id == null) || (current.id == null && last.id != null)) {
        diff.id = current.id;
      } else if (last.id !== current.id) {
        diff.id = current.id;
      }
    
      if (current.type === null && last.type === undefined) {
        diff.type = current.type;
      } else if (current.type == null && last.type == null) {
    
      } else if ((current.type != null && last.type == null) || (current.type == null && last.type != null)) {
        diff.type = current.type;
      } else if (last.type !== current.type) {
        diff.type = current.type;
      }
    
      if (current.v === null && last.v === undefined) {
        diff.v = current.v;
      } else if (current.v == null && last.v == null) {
    
      } else if ((current.v != null && last.v == null) || (current.v == null && last.v != null)) {
        diff.v = current.v;
      } else if (!equals(last.v, current.v)) {
        diff.v = current.v;
      }
    
      if (current.effectiveOn === null && last.effectiveOn === undefined) {
        diff.effectiveOn = current.effectiveOn;
      } else if (current.effectiveOn == null && last.effectiveOn == null) {
    
      } else if ((current.effectiveOn != null && last.effectiveOn == null) || (current.effectiveOn == null && last.effectiveOn != null)) {
        diff.effectiveOn = current.effectiveOn;
      } else if (last.effectiveOn !== current.effectiveOn) {
        diff.effectiveOn = current.effectiveOn;
      }
    
      if (current.recordedAt === null && last.recordedAt === undefined) {
        diff.recordedAt = current.recordedAt;
      } else if (current.recordedAt == null && last.recordedAt == null) {
    
      } else if ((current.recordedAt != null && last.recordedAt == null) || (current.recordedAt == null && last.recordedAt != null)) {
        diff.recordedAt = current.recordedAt;
      } else if (last.recordedAt !== current.recordedAt) {
        diff.recordedAt = current.recordedAt;
      }
    
      if (current.recordedBy === null && last.recordedBy === undefined) {
        diff.recordedBy = current.recordedBy;
      } else if (current.recordedBy == null && last.recordedBy == null) {
    
      } else if ((current.recordedBy != null && last.recordedBy == null) || (current.recordedBy == null && last.recordedBy != null)) {
        diff.recordedBy = current.recordedBy;
      } else if (last.recordedBy !== current.recordedBy) {
        diff.recordedBy = current.recordedBy;
      }
    
      if (current.device === null && last.device === undefined) {
        diff.device = current.device;
      } else if (current.device == null && last.device == null) {
    
      } else if ((current.device != null && last.device == null) || (current.device == null && last.device != null)) {
        diff.device = current.device;
      } else if (last.device !== current.device) {
        diff.device = current.device;
      }
    
      if (current.commandHash === null && last.commandHash === undefined) {
        diff.commandHash = current.commandHash;
      } else if (current.commandHash == null && last.commandHash == null) {
    
      } else if ((current.commandHash != null && last.commandHash == null) || (current.commandHash == null && last.commandHash != null)) {
        diff.commandHash = current.commandHash;
      } else if (last.commandHash !== current.commandHash) {
        diff.commandHash = current.commandHash;
      }
    
      if (current.reverses === null && last.reverses === undefined) {
        diff.reverses = current.reverses;
      } else if (current.reverses == null && last.reverses == null) {
    
      } else if ((current.reverses != null && last.reverses == null) || (current.reverses == null && last.reverses != null)) {
        diff.reverses = current.reverses;
      } else if (last.reverses !== current.reverses) {
        diff.reverses = current.reverses;
      }
    
      if (current.data === null && last.data === undefined) {
        diff.data = current.data;
      } else if (current.data == null && last.data == null) {
    
      } else if ((current.data != null && last.data == null) || (current.data == null && last.data != null)) {
        diff.data = current.data;
      } else if (!equals(last.data, current.data)) {
        diff.data = current.data;
      }
    
      if (current.prevHash === null && last.prevHash === undefined) {
        diff.prevHash = current.prevHash;
      } else if (current.prevHash == null && last.prevHash == null) {
    
      } else if ((current.prevHash != null && last.prevHash == null) || (current.prevHash == null && last.prevHash != null)) {
        diff.prevHash = current.prevHash;
      } else if (last.prevHash !== current.prevHash) {
        diff.prevHash = current.prevHash;
      }
    
      if (current.hash === null && last.hash === undefined) {
        diff.hash = current.hash;
      } else if (current.hash == null && last.hash == null) {
    
      } else if ((current.hash != null && last.hash == null) || (current.hash == null && last.hash != null)) {
        diff.hash = current.hash;
      } else if (last.hash !== current.hash) {
        diff.hash = current.hash;
      }
    
    if (options?.includeInverseSides) {
    }
      return diff;
    }
  },
  'snapshotGenerator-entry_0': function(clone, cloneEmbeddable) {
    return function(entity) {
      const ret = {};
      if (typeof entity.fundId !== 'undefined') {
        ret.fundId = entity.fundId;
      }
    
      if (typeof entity.seq !== 'undefined') {
        ret.seq = clone(entity.seq);
      }
    
      if (typeof entity.id !== 'undefined') {
        ret.id = entity.id;
      }
    
      if (typeof entity.type !== 'undefined') {
        ret.type = entity.type;
      }
    
      if (typeof entity.v !== 'undefined') {
        ret.v = clone(entity.v);
      }
    
      if (typeof entity.effectiveOn !== 'undefined') {
        ret.effectiveOn = entity.effectiveOn;
      }
    
      if (typeof entity.recordedAt !== 'undefined') {
        ret.recordedAt = entity.recordedAt;
      }
    
      if (typeof entity.recordedBy !== 'undefined') {
        ret.recordedBy = entity.recordedBy;
      }
    
      if (typeof entity.device !== 'undefined') {
        ret.device = entity.device;
      }
    
      if (typeof entity.commandHash !== 'undefined') {
        ret.commandHash = entity.commandHash;
      }
    
      if (typeof entity.reverses !== 'undefined') {
        ret.reverses = entity.reverses;
      }
    
      if (typeof entity.data !== 'undefined') {
        ret.data = clone(entity.data);
      }
    
      if (typeof entity.prevHash !== 'undefined') {
        ret.prevHash = entity.prevHash;
      }
    
      if (typeof entity.hash !== 'undefined') {
        ret.hash = entity.hash;
      }
    
      return ret;
    }
  },
  'resultMapper-entry_0': function(PolymorphicRef) {
    // compiled mapper for entity Entry
    return function(result) {
      const ret = {};
      const mapped = {};
      if (typeof result.fund_id !== 'undefined') {
        ret.fundId = result.fund_id;
        mapped.fund_id = true;
      }
      if (typeof result.seq !== 'undefined') {
        ret.seq = result.seq;
        mapped.seq = true;
      }
      if (typeof result.id !== 'undefined') {
        ret.id = result.id;
        mapped.id = true;
      }
      if (typeof result.type !== 'undefined') {
        ret.type = result.type;
        mapped.type = true;
      }
      if (typeof result.v !== 'undefined') {
        ret.v = result.v;
        mapped.v = true;
      }
      if (typeof result.effective_on !== 'undefined') {
        ret.effectiveOn = result.effective_on;
        mapped.effective_on = true;
      }
      if (typeof result.recorded_at !== 'undefined') {
        ret.recordedAt = result.recorded_at;
        mapped.recorded_at = true;
      }
      if (typeof result.recorded_by !== 'undefined') {
        ret.recordedBy = result.recorded_by;
        mapped.recorded_by = true;
      }
      if (typeof result.device !== 'undefined') {
        ret.device = result.device;
        mapped.device = true;
      }
      if (typeof result.command_hash !== 'undefined') {
        ret.commandHash = result.command_hash;
        mapped.command_hash = true;
      }
      if (typeof result.reverses !== 'undefined') {
        ret.reverses = result.reverses;
        mapped.reverses = true;
      }
      if (typeof result.data !== 'undefined') {
        ret.data = result.data;
        mapped.data = true;
      }
      if (typeof result.prev_hash !== 'undefined') {
        ret.prevHash = result.prev_hash;
        mapped.prev_hash = true;
      }
      if (typeof result.hash !== 'undefined') {
        ret.hash = result.hash;
        mapped.hash = true;
      }
      for (let k in result) { if (Object.hasOwn(result, k) && !mapped[k] && ret[k] === undefined) ret[k] = result[k]; }
      return ret;
    }
  },
  'hydrator-entry_0-reference-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Entry ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.seq === null) {
        entity.seq = null;
      } else if (typeof data.seq !== 'undefined') {
        entity.seq = data.seq;
      }
    }
  },
  'hydrator-entry_0-reference-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Entry ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.seq === null) {
        entity.seq = null;
      } else if (typeof data.seq !== 'undefined') {
        entity.seq = data.seq;
      }
    }
  },
  'pkGetter-entry_0': function(isEntityOrRef) {
    // compiled pk getter for entity Entry
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        seq: entity.seq,
      };
      if (cond.fundId == null || cond.seq == null) return null;
      return cond;
    }
  },
  'pkGetterConverted-entry_0': function(isEntityOrRef) {
    // compiled pk getter (with converted custom types) for entity Entry
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        seq: entity.seq,
      };
      if (cond.fundId == null || cond.seq == null) return null;
      return cond;
    }
  },
  'pkSerializer-entry_0': function(isEntityOrRef, getCompositeKeyValue, getPrimaryKeyHash) {
    // compiled pk serializer for entity Entry
    return function(entity) {
      const pks = entity.__helper.__pk ? getCompositeKeyValue(entity.__helper.__pk) : [
        entity.fundId,
        entity.seq,
      ];
      return pks.join('~~~');
    }
  },
  'hydrator-device_11000-full-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Device ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.deviceId === null) {
        entity.deviceId = null;
      } else if (typeof data.deviceId !== 'undefined') {
        entity.deviceId = data.deviceId;
      }
      if (data.tokenHash === null) {
        entity.tokenHash = null;
      } else if (typeof data.tokenHash !== 'undefined') {
        entity.tokenHash = data.tokenHash;
      }
      if (data.label === null) {
        entity.label = null;
      } else if (typeof data.label !== 'undefined') {
        entity.label = data.label;
      }
      if (data.enrolledAt === null) {
        entity.enrolledAt = null;
      } else if (typeof data.enrolledAt !== 'undefined') {
        entity.enrolledAt = data.enrolledAt;
      }
      if (data.enrolledBy === null) {
        entity.enrolledBy = null;
      } else if (typeof data.enrolledBy !== 'undefined') {
        entity.enrolledBy = data.enrolledBy;
      }
      if (data.revokedAt === null) {
        entity.revokedAt = null;
      } else if (typeof data.revokedAt !== 'undefined') {
        entity.revokedAt = data.revokedAt;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'hydrator-device_11000-full-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Device ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.deviceId === null) {
        entity.deviceId = null;
      } else if (typeof data.deviceId !== 'undefined') {
        entity.deviceId = data.deviceId;
      }
      if (data.tokenHash === null) {
        entity.tokenHash = null;
      } else if (typeof data.tokenHash !== 'undefined') {
        entity.tokenHash = data.tokenHash;
      }
      if (data.label === null) {
        entity.label = null;
      } else if (typeof data.label !== 'undefined') {
        entity.label = data.label;
      }
      if (data.enrolledAt === null) {
        entity.enrolledAt = null;
      } else if (typeof data.enrolledAt !== 'undefined') {
        entity.enrolledAt = data.enrolledAt;
      }
      if (data.enrolledBy === null) {
        entity.enrolledBy = null;
      } else if (typeof data.enrolledBy !== 'undefined') {
        entity.enrolledBy = data.enrolledBy;
      }
      if (data.revokedAt === null) {
        entity.revokedAt = null;
      } else if (typeof data.revokedAt !== 'undefined') {
        entity.revokedAt = data.revokedAt;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'comparator-device_11000': function(compareArrays, compareBooleans, compareBuffers, compareObjects, equals) {
    // compiled comparator for entity Device
    return function(last, current, options) {
      const diff = {};
      if (current.networkId === null && last.networkId === undefined) {
        diff.networkId = current.networkId;
      } else if (current.networkId == null && last.networkId == null) {
    
      } else if ((current.networkId != null && last.networkId == null) || (current.networkId == null && last.networkId != null)) {
        diff.networkId = current.networkId;
      } else if (last.networkId !== current.networkId) {
        diff.networkId = current.networkId;
      }
    
      if (current.deviceId === null && last.deviceId === undefined) {
        diff.deviceId = current.deviceId;
      } else if (current.deviceId == null && last.deviceId == null) {
    
      } else if ((current.deviceId != null && last.deviceId == null) || (current.deviceId == null && last.deviceId != null)) {
        diff.deviceId = current.deviceId;
      } else if (last.deviceId !== current.deviceId) {
        diff.deviceId = current.deviceId;
      }
    
      if (current.tokenHash === null && last.tokenHash === undefined) {
        diff.tokenHash = current.tokenHash;
      } else if (current.tokenHash == null && last.tokenHash == null) {
    
      } else if ((current.tokenHash != null && last.tokenHash == null) || (current.tokenHash == null && last.tokenHash != null)) {
        diff.tokenHash = current.tokenHash;
      } else if (last.tokenHash !== current.tokenHash) {
        diff.tokenHash = current.tokenHash;
      }
    
      if (current.label === null && last.label === undefined) {
        diff.label = current.label;
      } else if (current.label == null && last.label == null) {
    
      } else if ((current.label != null && last.label == null) || (current.label == null && last.label != null)) {
        diff.label = current.label;
      } else if (last.label !== current.label) {
        diff.label = current.label;
      }
    
      if (current.enrolledAt === null && last.enrolledAt === undefined) {
        diff.enrolledAt = current.enrolledAt;
      } else if (current.enrolledAt == null && last.enrolledAt == null) {
    
      } else if ((current.enrolledAt != null && last.enrolledAt == null) || (current.enrolledAt == null && last.enrolledAt != null)) {
        diff.enrolledAt = current.enrolledAt;
      } else if (last.enrolledAt !== current.enrolledAt) {
        diff.enrolledAt = current.enrolledAt;
      }
    
      if (current.enrolledBy === null && last.enrolledBy === undefined) {
        diff.enrolledBy = current.enrolledBy;
      } else if (current.enrolledBy == null && last.enrolledBy == null) {
    
      } else if ((current.enrolledBy != null && last.enrolledBy == null) || (current.enrolledBy == null && last.enrolledBy != null)) {
        diff.enrolledBy = current.enrolledBy;
      } else if (last.enrolledBy !== current.enrolledBy) {
        diff.enrolledBy = current.enrolledBy;
      }
    
      if (current.revokedAt === null && last.revokedAt === undefined) {
        diff.revokedAt = current.revokedAt;
      } else if (current.revokedAt == null && last.revokedAt == null) {
    
      } else if ((current.revokedAt != null && last.revokedAt == null) || (current.revokedAt == null && last.revokedAt != null)) {
        diff.revokedAt = current.revokedAt;
      } else if (last.revokedAt !== current.revokedAt) {
        diff.revokedAt = current.revokedAt;
      }
    
      if (current.mark === null && last.mark === undefined) {
        diff.mark = current.mark;
      } else if (current.mark == null && last.mark == null) {
    
      } else if ((current.mark != null && last.mark == null) || (current.mark == null && last.mark != null)) {
        diff.mark = current.mark;
      } else if (last.mark !== current.mark) {
        diff.mark = current.mark;
      }
    
    if (options?.includeInverseSides) {
    }
      return diff;
    }
  },
  'snapshotGenerator-device_11000': function(clone, cloneEmbeddable) {
    return function(entity) {
      const ret = {};
      if (typeof entity.networkId !== 'undefined') {
        ret.networkId = entity.networkId;
      }
    
      if (typeof entity.deviceId !== 'undefined') {
        ret.deviceId = entity.deviceId;
      }
    
      if (typeof entity.tokenHash !== 'undefined') {
        ret.tokenHash = entity.tokenHash;
      }
    
      if (typeof entity.label !== 'undefined') {
        ret.label = entity.label;
      }
    
      if (typeof entity.enrolledAt !== 'undefined') {
        ret.enrolledAt = entity.enrolledAt;
      }
    
      if (typeof entity.enrolledBy !== 'undefined') {
        ret.enrolledBy = entity.enrolledBy;
      }
    
      if (typeof entity.revokedAt !== 'undefined') {
        ret.revokedAt = entity.revokedAt;
      }
    
      if (typeof entity.mark !== 'undefined') {
        ret.mark = entity.mark;
      }
    
      return ret;
    }
  },
  'resultMapper-device_11000': function(PolymorphicRef) {
    // compiled mapper for entity Device
    return function(result) {
      const ret = {};
      const mapped = {};
      if (typeof result.network_id !== 'undefined') {
        ret.networkId = result.network_id;
        mapped.network_id = true;
      }
      if (typeof result.device_id !== 'undefined') {
        ret.deviceId = result.device_id;
        mapped.device_id = true;
      }
      if (typeof result.token_hash !== 'undefined') {
        ret.tokenHash = result.token_hash;
        mapped.token_hash = true;
      }
      if (typeof result.label !== 'undefined') {
        ret.label = result.label;
        mapped.label = true;
      }
      if (typeof result.enrolled_at !== 'undefined') {
        ret.enrolledAt = result.enrolled_at;
        mapped.enrolled_at = true;
      }
      if (typeof result.enrolled_by !== 'undefined') {
        ret.enrolledBy = result.enrolled_by;
        mapped.enrolled_by = true;
      }
      if (typeof result.revoked_at !== 'undefined') {
        ret.revokedAt = result.revoked_at;
        mapped.revoked_at = true;
      }
      if (typeof result.mark !== 'undefined') {
        ret.mark = result.mark;
        mapped.mark = true;
      }
      for (let k in result) { if (Object.hasOwn(result, k) && !mapped[k] && ret[k] === undefined) ret[k] = result[k]; }
      return ret;
    }
  },
  'hydrator-device_11000-reference-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Device ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.deviceId === null) {
        entity.deviceId = null;
      } else if (typeof data.deviceId !== 'undefined') {
        entity.deviceId = data.deviceId;
      }
    }
  },
  'hydrator-device_11000-reference-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Device ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.networkId === null) {
        entity.networkId = null;
      } else if (typeof data.networkId !== 'undefined') {
        entity.networkId = data.networkId;
      }
      if (data.deviceId === null) {
        entity.deviceId = null;
      } else if (typeof data.deviceId !== 'undefined') {
        entity.deviceId = data.deviceId;
      }
    }
  },
  'pkGetter-device_11000': function(isEntityOrRef) {
    // compiled pk getter for entity Device
    return function(entity) {
      const cond = {
        networkId: entity.networkId,
        deviceId: entity.deviceId,
      };
      if (cond.networkId == null || cond.deviceId == null) return null;
      return cond;
    }
  },
  'pkGetterConverted-device_11000': function(isEntityOrRef) {
    // compiled pk getter (with converted custom types) for entity Device
    return function(entity) {
      const cond = {
        networkId: entity.networkId,
        deviceId: entity.deviceId,
      };
      if (cond.networkId == null || cond.deviceId == null) return null;
      return cond;
    }
  },
  'pkSerializer-device_11000': function(isEntityOrRef, getCompositeKeyValue, getPrimaryKeyHash) {
    // compiled pk serializer for entity Device
    return function(entity) {
      const pks = entity.__helper.__pk ? getCompositeKeyValue(entity.__helper.__pk) : [
        entity.networkId,
        entity.deviceId,
      ];
      return pks.join('~~~');
    }
  },
  'hydrator-card_14000-full-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Card ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.cardId === null) {
        entity.cardId = null;
      } else if (typeof data.cardId !== 'undefined') {
        entity.cardId = data.cardId;
      }
      if (data.memberId === null) {
        entity.memberId = null;
      } else if (typeof data.memberId !== 'undefined') {
        entity.memberId = data.memberId;
      }
      if (data.tokenHash === null) {
        entity.tokenHash = null;
      } else if (typeof data.tokenHash !== 'undefined') {
        entity.tokenHash = data.tokenHash;
      }
      if (data.secret === null) {
        entity.secret = null;
      } else if (typeof data.secret !== 'undefined') {
        entity.secret = data.secret;
      }
      if (data.issuedAt === null) {
        entity.issuedAt = null;
      } else if (typeof data.issuedAt !== 'undefined') {
        entity.issuedAt = data.issuedAt;
      }
      if (data.revokedAt === null) {
        entity.revokedAt = null;
      } else if (typeof data.revokedAt !== 'undefined') {
        entity.revokedAt = data.revokedAt;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'hydrator-card_14000-full-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Card ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.cardId === null) {
        entity.cardId = null;
      } else if (typeof data.cardId !== 'undefined') {
        entity.cardId = data.cardId;
      }
      if (data.memberId === null) {
        entity.memberId = null;
      } else if (typeof data.memberId !== 'undefined') {
        entity.memberId = data.memberId;
      }
      if (data.tokenHash === null) {
        entity.tokenHash = null;
      } else if (typeof data.tokenHash !== 'undefined') {
        entity.tokenHash = data.tokenHash;
      }
      if (data.secret === null) {
        entity.secret = null;
      } else if (typeof data.secret !== 'undefined') {
        entity.secret = data.secret;
      }
      if (data.issuedAt === null) {
        entity.issuedAt = null;
      } else if (typeof data.issuedAt !== 'undefined') {
        entity.issuedAt = data.issuedAt;
      }
      if (data.revokedAt === null) {
        entity.revokedAt = null;
      } else if (typeof data.revokedAt !== 'undefined') {
        entity.revokedAt = data.revokedAt;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'comparator-card_14000': function(compareArrays, compareBooleans, compareBuffers, compareObjects, equals) {
    // compiled comparator for entity Card
    return function(last, current, options) {
      const diff = {};
      if (current.fundId === null && last.fundId === undefined) {
        diff.fundId = current.fundId;
      } else if (current.fundId == null && last.fundId == null) {
    
      } else if ((current.fundId != null && last.fundId == null) || (current.fundId == null && last.fundId != null)) {
        diff.fundId = current.fundId;
      } else if (last.fundId !== current.fundId) {
        diff.fundId = current.fundId;
      }
    
      if (current.cardId === null && last.cardId === undefined) {
        diff.cardId = current.cardId;
      } else if (current.cardId == null && last.cardId == null) {
    
      } else if ((current.cardId != null && last.cardId == null) || (current.cardId == null && last.cardId != null)) {
        diff.cardId = current.cardId;
      } else if (last.cardId !== current.cardId) {
        diff.cardId = current.cardId;
      }
    
      if (current.memberId === null && last.memberId === undefined) {
        diff.memberId = current.memberId;
      } else if (current.memberId == null && last.memberId == null) {
    
      } else if ((current.memberId != null && last.memberId == null) || (current.memberId == null && last.memberId != null)) {
        diff.memberId = current.memberId;
      } else if (last.memberId !== current.memberId) {
        diff.memberId = current.memberId;
      }
    
      if (current.tokenHash === null && last.tokenHash === undefined) {
        diff.tokenHash = current.tokenHash;
      } else if (current.tokenHash == null && last.tokenHash == null) {
    
      } else if ((current.tokenHash != null && last.tokenHash == null) || (current.tokenHash == null && last.tokenHash != null)) {
        diff.tokenHash = current.tokenHash;
      } else if (last.tokenHash !== current.tokenHash) {
        diff.tokenHash = current.tokenHash;
      }
    
      if (current.secret === null && last.secret === undefined) {
        diff.secret = current.secret;
      } else if (current.secret == null && last.secret == null) {
    
      } else if ((current.secret != null && last.secret == null) || (current.secret == null && last.secret != null)) {
        diff.secret = current.secret;
      } else if (last.secret !== current.secret) {
        diff.secret = current.secret;
      }
    
      if (current.issuedAt === null && last.issuedAt === undefined) {
        diff.issuedAt = current.issuedAt;
      } else if (current.issuedAt == null && last.issuedAt == null) {
    
      } else if ((current.issuedAt != null && last.issuedAt == null) || (current.issuedAt == null && last.issuedAt != null)) {
        diff.issuedAt = current.issuedAt;
      } else if (last.issuedAt !== current.issuedAt) {
        diff.issuedAt = current.issuedAt;
      }
    
      if (current.revokedAt === null && last.revokedAt === undefined) {
        diff.revokedAt = current.revokedAt;
      } else if (current.revokedAt == null && last.revokedAt == null) {
    
      } else if ((current.revokedAt != null && last.revokedAt == null) || (current.revokedAt == null && last.revokedAt != null)) {
        diff.revokedAt = current.revokedAt;
      } else if (last.revokedAt !== current.revokedAt) {
        diff.revokedAt = current.revokedAt;
      }
    
      if (current.mark === null && last.mark === undefined) {
        diff.mark = current.mark;
      } else if (current.mark == null && last.mark == null) {
    
      } else if ((current.mark != null && last.mark == null) || (current.mark == null && last.mark != null)) {
        diff.mark = current.mark;
      } else if (last.mark !== current.mark) {
        diff.mark = current.mark;
      }
    
    if (options?.includeInverseSides) {
    }
      return diff;
    }
  },
  'snapshotGenerator-card_14000': function(clone, cloneEmbeddable) {
    return function(entity) {
      const ret = {};
      if (typeof entity.fundId !== 'undefined') {
        ret.fundId = entity.fundId;
      }
    
      if (typeof entity.cardId !== 'undefined') {
        ret.cardId = entity.cardId;
      }
    
      if (typeof entity.memberId !== 'undefined') {
        ret.memberId = entity.memberId;
      }
    
      if (typeof entity.tokenHash !== 'undefined') {
        ret.tokenHash = entity.tokenHash;
      }
    
      if (typeof entity.secret !== 'undefined') {
        ret.secret = entity.secret;
      }
    
      if (typeof entity.issuedAt !== 'undefined') {
        ret.issuedAt = entity.issuedAt;
      }
    
      if (typeof entity.revokedAt !== 'undefined') {
        ret.revokedAt = entity.revokedAt;
      }
    
      if (typeof entity.mark !== 'undefined') {
        ret.mark = entity.mark;
      }
    
      return ret;
    }
  },
  'resultMapper-card_14000': function(PolymorphicRef) {
    // compiled mapper for entity Card
    return function(result) {
      const ret = {};
      const mapped = {};
      if (typeof result.fund_id !== 'undefined') {
        ret.fundId = result.fund_id;
        mapped.fund_id = true;
      }
      if (typeof result.card_id !== 'undefined') {
        ret.cardId = result.card_id;
        mapped.card_id = true;
      }
      if (typeof result.member_id !== 'undefined') {
        ret.memberId = result.member_id;
        mapped.member_id = true;
      }
      if (typeof result.token_hash !== 'undefined') {
        ret.tokenHash = result.token_hash;
        mapped.token_hash = true;
      }
      if (typeof result.secret !== 'undefined') {
        ret.secret = result.secret;
        mapped.secret = true;
      }
      if (typeof result.issued_at !== 'undefined') {
        ret.issuedAt = result.issued_at;
        mapped.issued_at = true;
      }
      if (typeof result.revoked_at !== 'undefined') {
        ret.revokedAt = result.revoked_at;
        mapped.revoked_at = true;
      }
      if (typeof result.mark !== 'undefined') {
        ret.mark = result.mark;
        mapped.mark = true;
      }
      for (let k in result) { if (Object.hasOwn(result, k) && !mapped[k] && ret[k] === undefined) ret[k] = result[k]; }
      return ret;
    }
  },
  'hydrator-card_14000-reference-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Card ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.cardId === null) {
        entity.cardId = null;
      } else if (typeof data.cardId !== 'undefined') {
        entity.cardId = data.cardId;
      }
    }
  },
  'hydrator-card_14000-reference-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Card ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.cardId === null) {
        entity.cardId = null;
      } else if (typeof data.cardId !== 'undefined') {
        entity.cardId = data.cardId;
      }
    }
  },
  'pkGetter-card_14000': function(isEntityOrRef) {
    // compiled pk getter for entity Card
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        cardId: entity.cardId,
      };
      if (cond.fundId == null || cond.cardId == null) return null;
      return cond;
    }
  },
  'pkGetterConverted-card_14000': function(isEntityOrRef) {
    // compiled pk getter (with converted custom types) for entity Card
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        cardId: entity.cardId,
      };
      if (cond.fundId == null || cond.cardId == null) return null;
      return cond;
    }
  },
  'pkSerializer-card_14000': function(isEntityOrRef, getCompositeKeyValue, getPrimaryKeyHash) {
    // compiled pk serializer for entity Card
    return function(entity) {
      const pks = entity.__helper.__pk ? getCompositeKeyValue(entity.__helper.__pk) : [
        entity.fundId,
        entity.cardId,
      ];
      return pks.join('~~~');
    }
  },
  'hydrator-budget_15000-full-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Budget ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.scope === null) {
        entity.scope = null;
      } else if (typeof data.scope !== 'undefined') {
        entity.scope = data.scope;
      }
      if (data.subject === null) {
        entity.subject = null;
      } else if (typeof data.subject !== 'undefined') {
        entity.subject = data.subject;
      }
      if (data.failures === null) {
        entity.failures = null;
      } else if (typeof data.failures !== 'undefined') {
        entity.failures = data.failures;
      }
      if (data.since === null) {
        entity.since = null;
      } else if (typeof data.since !== 'undefined') {
        entity.since = data.since;
      }
      if (data.lockedUntil === null) {
        entity.lockedUntil = null;
      } else if (typeof data.lockedUntil !== 'undefined') {
        entity.lockedUntil = data.lockedUntil;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'hydrator-budget_15000-full-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Budget ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.scope === null) {
        entity.scope = null;
      } else if (typeof data.scope !== 'undefined') {
        entity.scope = data.scope;
      }
      if (data.subject === null) {
        entity.subject = null;
      } else if (typeof data.subject !== 'undefined') {
        entity.subject = data.subject;
      }
      if (data.failures === null) {
        entity.failures = null;
      } else if (typeof data.failures !== 'undefined') {
        entity.failures = data.failures;
      }
      if (data.since === null) {
        entity.since = null;
      } else if (typeof data.since !== 'undefined') {
        entity.since = data.since;
      }
      if (data.lockedUntil === null) {
        entity.lockedUntil = null;
      } else if (typeof data.lockedUntil !== 'undefined') {
        entity.lockedUntil = data.lockedUntil;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'comparator-budget_15000': function(compareArrays, compareBooleans, compareBuffers, compareObjects, equals) {
    // compiled comparator for entity Budget
    return function(last, current, options) {
      const diff = {};
      if (current.scope === null && last.scope === undefined) {
        diff.scope = current.scope;
      } else if (current.scope == null && last.scope == null) {
    
      } else if ((current.scope != null && last.scope == null) || (current.scope == null && last.scope != null)) {
        diff.scope = current.scope;
      } else if (last.scope !== current.scope) {
        diff.scope = current.scope;
      }
    
      if (current.subject === null && last.subject === undefined) {
        diff.subject = current.subject;
      } else if (current.subject == null && last.subject == null) {
    
      } else if ((current.subject != null && last.subject == null) || (current.subject == null && last.subject != null)) {
        diff.subject = current.subject;
      } else if (last.subject !== current.subject) {
        diff.subject = current.subject;
      }
    
      if (current.failures === null && last.failures === undefined) {
        diff.failures = current.failures;
      } else if (current.failures == null && last.failures == null) {
    
      } else if ((current.failures != null && last.failures == null) || (current.failures == null && last.failures != null)) {
        diff.failures = current.failures;
      } else if (!equals(last.failures, current.failures)) {
        diff.failures = current.failures;
      }
    
      if (current.since === null && last.since === undefined) {
        diff.since = current.since;
      } else if (current.since == null && last.since == null) {
    
      } else if ((current.since != null && last.since == null) || (current.since == null && last.since != null)) {
        diff.since = current.since;
      } else if (last.since !== current.since) {
        diff.since = current.since;
      }
    
      if (current.lockedUntil === null && last.lockedUntil === undefined) {
        diff.lockedUntil = current.lockedUntil;
      } else if (current.lockedUntil == null && last.lockedUntil == null) {
    
      } else if ((current.lockedUntil != null && last.lockedUntil == null) || (current.lockedUntil == null && last.lockedUntil != null)) {
        diff.lockedUntil = current.lockedUntil;
      } else if (last.lockedUntil !== current.lockedUntil) {
        diff.lockedUntil = current.lockedUntil;
      }
    
      if (current.mark === null && last.mark === undefined) {
        diff.mark = current.mark;
      } else if (current.mark == null && last.mark == null) {
    
      } else if ((current.mark != null && last.mark == null) || (current.mark == null && last.mark != null)) {
        diff.mark = current.mark;
      } else if (last.mark !== current.mark) {
        diff.mark = current.mark;
      }
    
    if (options?.includeInverseSides) {
    }
      return diff;
    }
  },
  'snapshotGenerator-budget_15000': function(clone, cloneEmbeddable) {
    return function(entity) {
      const ret = {};
      if (typeof entity.scope !== 'undefined') {
        ret.scope = entity.scope;
      }
    
      if (typeof entity.subject !== 'undefined') {
        ret.subject = entity.subject;
      }
    
      if (typeof entity.failures !== 'undefined') {
        ret.failures = clone(entity.failures);
      }
    
      if (typeof entity.since !== 'undefined') {
        ret.since = entity.since;
      }
    
      if (typeof entity.lockedUntil !== 'undefined') {
        ret.lockedUntil = entity.lockedUntil;
      }
    
      if (typeof entity.mark !== 'undefined') {
        ret.mark = entity.mark;
      }
    
      return ret;
    }
  },
  'resultMapper-budget_15000': function(PolymorphicRef) {
    // compiled mapper for entity Budget
    return function(result) {
      const ret = {};
      const mapped = {};
      if (typeof result.scope !== 'undefined') {
        ret.scope = result.scope;
        mapped.scope = true;
      }
      if (typeof result.subject !== 'undefined') {
        ret.subject = result.subject;
        mapped.subject = true;
      }
      if (typeof result.failures !== 'undefined') {
        ret.failures = result.failures;
        mapped.failures = true;
      }
      if (typeof result.since !== 'undefined') {
        ret.since = result.since;
        mapped.since = true;
      }
      if (typeof result.locked_until !== 'undefined') {
        ret.lockedUntil = result.locked_until;
        mapped.locked_until = true;
      }
      if (typeof result.mark !== 'undefined') {
        ret.mark = result.mark;
        mapped.mark = true;
      }
      for (let k in result) { if (Object.hasOwn(result, k) && !mapped[k] && ret[k] === undefined) ret[k] = result[k]; }
      return ret;
    }
  },
  'hydrator-budget_15000-reference-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Budget ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.scope === null) {
        entity.scope = null;
      } else if (typeof data.scope !== 'undefined') {
        entity.scope = data.scope;
      }
      if (data.subject === null) {
        entity.subject = null;
      } else if (typeof data.subject !== 'undefined') {
        entity.subject = data.subject;
      }
    }
  },
  'hydrator-budget_15000-reference-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Budget ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.scope === null) {
        entity.scope = null;
      } else if (typeof data.scope !== 'undefined') {
        entity.scope = data.scope;
      }
      if (data.subject === null) {
        entity.subject = null;
      } else if (typeof data.subject !== 'undefined') {
        entity.subject = data.subject;
      }
    }
  },
  'pkGetter-budget_15000': function(isEntityOrRef) {
    // compiled pk getter for entity Budget
    return function(entity) {
      const cond = {
        scope: entity.scope,
        subject: entity.subject,
      };
      if (cond.scope == null || cond.subject == null) return null;
      return cond;
    }
  },
  'pkGetterConverted-budget_15000': function(isEntityOrRef) {
    // compiled pk getter (with converted custom types) for entity Budget
    return function(entity) {
      const cond = {
        scope: entity.scope,
        subject: entity.subject,
      };
      if (cond.scope == null || cond.subject == null) return null;
      return cond;
    }
  },
  'pkSerializer-budget_15000': function(isEntityOrRef, getCompositeKeyValue, getPrimaryKeyHash) {
    // compiled pk serializer for entity Budget
    return function(entity) {
      const pks = entity.__helper.__pk ? getCompositeKeyValue(entity.__helper.__pk) : [
        entity.scope,
        entity.subject,
      ];
      return pks.join('~~~');
    }
  },
  'hydrator-balance_3000-full-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Balance ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.account === null) {
        entity.account = null;
      } else if (typeof data.account !== 'undefined') {
        entity.account = data.account;
      }
      if (data.bookOn === null) {
        entity.bookOn = null;
      } else if (typeof data.bookOn !== 'undefined') {
        entity.bookOn = data.bookOn;
      }
      if (data.closing === null) {
        entity.closing = null;
      } else if (typeof data.closing !== 'undefined') {
        entity.closing = data.closing;
      }
      if (data.amount === null) {
        entity.amount = null;
      } else if (typeof data.amount !== 'undefined') {
        entity.amount = data.amount;
      }
    }
  },
  'hydrator-balance_3000-full-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Balance ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.account === null) {
        entity.account = null;
      } else if (typeof data.account !== 'undefined') {
        entity.account = data.account;
      }
      if (data.bookOn === null) {
        entity.bookOn = null;
      } else if (typeof data.bookOn !== 'undefined') {
        entity.bookOn = data.bookOn;
      }
      if (data.closing === null) {
        entity.closing = null;
      } else if (typeof data.closing !== 'undefined') {
        entity.closing = data.closing;
      }
      if (data.amount === null) {
        entity.amount = null;
      } else if (typeof data.amount !== 'undefined') {
        entity.amount = data.amount;
      }
    }
  },
  'comparator-balance_3000': function(compareArrays, compareBooleans, compareBuffers, compareObjects, equals) {
    // compiled comparator for entity Balance
    return function(last, current, options) {
      const diff = {};
      if (current.fundId === null && last.fundId === undefined) {
        diff.fundId = current.fundId;
      } else if (current.fundId == null && last.fundId == null) {
    
      } else if ((current.fundId != null && last.fundId == null) || (current.fundId == null && last.fundId != null)) {
        diff.fundId = current.fundId;
      } else if (last.fundId !== current.fundId) {
        diff.fundId = current.fundId;
      }
    
      if (current.account === null && last.account === undefined) {
        diff.account = current.account;
      } else if (current.account == null && last.account == null) {
    
      } else if ((current.account != null && last.account == null) || (current.account == null && last.account != null)) {
        diff.account = current.account;
      } else if (!equals(last.account, current.account)) {
        diff.account = current.account;
      }
    
      if (current.bookOn === null && last.bookOn === undefined) {
        diff.bookOn = current.bookOn;
      } else if (current.bookOn == null && last.bookOn == null) {
    
      } else if ((current.bookOn != null && last.bookOn == null) || (current.bookOn == null && last.bookOn != null)) {
        diff.bookOn = current.bookOn;
      } else if (last.bookOn !== current.bookOn) {
        diff.bookOn = current.bookOn;
      }
    
      if (current.closing === null && last.closing === undefined) {
        diff.closing = current.closing;
      } else if (current.closing == null && last.closing == null) {
    
      } else if ((current.closing != null && last.closing == null) || (current.closing == null && last.closing != null)) {
        diff.closing = current.closing;
      } else if (!equals(last.closing, current.closing)) {
        diff.closing = current.closing;
      }
    
      if (current.amount === null && last.amount === undefined) {
        diff.amount = current.amount;
      } else if (current.amount == null && last.amount == null) {
    
      } else if ((current.amount != null && last.amount == null) || (current.amount == null && last.amount != null)) {
        diff.amount = current.amount;
      } else if (!equals(last.amount, current.amount)) {
        diff.amount = current.amount;
      }
    
    if (options?.includeInverseSides) {
    }
      return diff;
    }
  },
  'snapshotGenerator-balance_3000': function(clone, cloneEmbeddable) {
    return function(entity) {
      const ret = {};
      if (typeof entity.fundId !== 'undefined') {
        ret.fundId = entity.fundId;
      }
    
      if (typeof entity.account !== 'undefined') {
        ret.account = clone(entity.account);
      }
    
      if (typeof entity.bookOn !== 'undefined') {
        ret.bookOn = entity.bookOn;
      }
    
      if (typeof entity.closing !== 'undefined') {
        ret.closing = clone(entity.closing);
      }
    
      if (typeof entity.amount !== 'undefined') {
        ret.amount = clone(entity.amount);
      }
    
      return ret;
    }
  },
  'resultMapper-balance_3000': function(PolymorphicRef) {
    // compiled mapper for entity Balance
    return function(result) {
      const ret = {};
      const mapped = {};
      if (typeof result.fund_id !== 'undefined') {
        ret.fundId = result.fund_id;
        mapped.fund_id = true;
      }
      if (typeof result.account !== 'undefined') {
        ret.account = result.account;
        mapped.account = true;
      }
      if (typeof result.book_on !== 'undefined') {
        ret.bookOn = result.book_on;
        mapped.book_on = true;
      }
      if (typeof result.closing !== 'undefined') {
        ret.closing = result.closing;
        mapped.closing = true;
      }
      if (typeof result.amount !== 'undefined') {
        ret.amount = result.amount;
        mapped.amount = true;
      }
      for (let k in result) { if (Object.hasOwn(result, k) && !mapped[k] && ret[k] === undefined) ret[k] = result[k]; }
      return ret;
    }
  },
  'hydrator-balance_3000-reference-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Balance ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.account === null) {
        entity.account = null;
      } else if (typeof data.account !== 'undefined') {
        entity.account = data.account;
      }
      if (data.bookOn === null) {
        entity.bookOn = null;
      } else if (typeof data.bookOn !== 'undefined') {
        entity.bookOn = data.bookOn;
      }
      if (data.closing === null) {
        entity.closing = null;
      } else if (typeof data.closing !== 'undefined') {
        entity.closing = data.closing;
      }
    }
  },
  'hydrator-balance_3000-reference-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Balance ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.account === null) {
        entity.account = null;
      } else if (typeof data.account !== 'undefined') {
        entity.account = data.account;
      }
      if (data.bookOn === null) {
        entity.bookOn = null;
      } else if (typeof data.bookOn !== 'undefined') {
        entity.bookOn = data.bookOn;
      }
      if (data.closing === null) {
        entity.closing = null;
      } else if (typeof data.closing !== 'undefined') {
        entity.closing = data.closing;
      }
    }
  },
  'pkGetter-balance_3000': function(isEntityOrRef) {
    // compiled pk getter for entity Balance
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        account: entity.account,
        bookOn: entity.bookOn,
        closing: entity.closing,
      };
      if (cond.fundId == null || cond.account == null || cond.bookOn == null || cond.closing == null) return null;
      return cond;
    }
  },
  'pkGetterConverted-balance_3000': function(isEntityOrRef) {
    // compiled pk getter (with converted custom types) for entity Balance
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        account: entity.account,
        bookOn: entity.bookOn,
        closing: entity.closing,
      };
      if (cond.fundId == null || cond.account == null || cond.bookOn == null || cond.closing == null) return null;
      return cond;
    }
  },
  'pkSerializer-balance_3000': function(isEntityOrRef, getCompositeKeyValue, getPrimaryKeyHash) {
    // compiled pk serializer for entity Balance
    return function(entity) {
      const pks = entity.__helper.__pk ? getCompositeKeyValue(entity.__helper.__pk) : [
        entity.fundId,
        entity.account,
        entity.bookOn,
        entity.closing,
      ];
      return pks.join('~~~');
    }
  },
  'hydrator-activity_16000-full-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Activity ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.scope === null) {
        entity.scope = null;
      } else if (typeof data.scope !== 'undefined') {
        entity.scope = data.scope;
      }
      if (data.activityId === null) {
        entity.activityId = null;
      } else if (typeof data.activityId !== 'undefined') {
        entity.activityId = data.activityId;
      }
      if (data.at === null) {
        entity.at = null;
      } else if (typeof data.at !== 'undefined') {
        entity.at = data.at;
      }
      if (data.actor === null) {
        entity.actor = null;
      } else if (typeof data.actor !== 'undefined') {
        entity.actor = data.actor;
      }
      if (data.device === null) {
        entity.device = null;
      } else if (typeof data.device !== 'undefined') {
        entity.device = data.device;
      }
      if (data.action === null) {
        entity.action = null;
      } else if (typeof data.action !== 'undefined') {
        entity.action = data.action;
      }
      if (data.subject === null) {
        entity.subject = null;
      } else if (typeof data.subject !== 'undefined') {
        entity.subject = data.subject;
      }
      if (data.outcome === null) {
        entity.outcome = null;
      } else if (typeof data.outcome !== 'undefined') {
        entity.outcome = data.outcome;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'hydrator-activity_16000-full-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Activity ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.scope === null) {
        entity.scope = null;
      } else if (typeof data.scope !== 'undefined') {
        entity.scope = data.scope;
      }
      if (data.activityId === null) {
        entity.activityId = null;
      } else if (typeof data.activityId !== 'undefined') {
        entity.activityId = data.activityId;
      }
      if (data.at === null) {
        entity.at = null;
      } else if (typeof data.at !== 'undefined') {
        entity.at = data.at;
      }
      if (data.actor === null) {
        entity.actor = null;
      } else if (typeof data.actor !== 'undefined') {
        entity.actor = data.actor;
      }
      if (data.device === null) {
        entity.device = null;
      } else if (typeof data.device !== 'undefined') {
        entity.device = data.device;
      }
      if (data.action === null) {
        entity.action = null;
      } else if (typeof data.action !== 'undefined') {
        entity.action = data.action;
      }
      if (data.subject === null) {
        entity.subject = null;
      } else if (typeof data.subject !== 'undefined') {
        entity.subject = data.subject;
      }
      if (data.outcome === null) {
        entity.outcome = null;
      } else if (typeof data.outcome !== 'undefined') {
        entity.outcome = data.outcome;
      }
      if (data.mark === null) {
        entity.mark = null;
      } else if (typeof data.mark !== 'undefined') {
        entity.mark = data.mark;
      }
    }
  },
  'comparator-activity_16000': function(compareArrays, compareBooleans, compareBuffers, compareObjects, equals) {
    // compiled comparator for entity Activity
    return function(last, current, options) {
      const diff = {};
      if (current.scope === null && last.scope === undefined) {
        diff.scope = current.scope;
      } else if (current.scope == null && last.scope == null) {
    
      } else if ((current.scope != null && last.scope == null) || (current.scope == null && last.scope != null)) {
        diff.scope = current.scope;
      } else if (last.scope !== current.scope) {
        diff.scope = current.scope;
      }
    
      if (current.activityId === null && last.activityId === undefined) {
        diff.activityId = current.activityId;
      } else if (current.activityId == null && last.activityId == null) {
    
      } else if ((current.activityId != null && last.activityId == null) || (current.activityId == null && last.activityId != null)) {
        diff.activityId = current.activityId;
      } else if (last.activityId !== current.activityId) {
        diff.activityId = current.activityId;
      }
    
      if (current.at === null && last.at === undefined) {
        diff.at = current.at;
      } else if (current.at == null && last.at == null) {
    
      } else if ((current.at != null && last.at == null) || (current.at == null && last.at != null)) {
        diff.at = current.at;
      } else if (last.at !== current.at) {
        diff.at = current.at;
      }
    
      if (current.actor === null && last.actor === undefined) {
        diff.actor = current.actor;
      } else if (current.actor == null && last.actor == null) {
    
      } else if ((current.actor != null && last.actor == null) || (current.actor == null && last.actor != null)) {
        diff.actor = current.actor;
      } else if (last.actor !== current.actor) {
        diff.actor = current.actor;
      }
    
      if (current.device === null && last.device === undefined) {
        diff.device = current.device;
      } else if (current.device == null && last.device == null) {
    
      } else if ((current.device != null && last.device == null) || (current.device == null && last.device != null)) {
        diff.device = current.device;
      } else if (last.device !== current.device) {
        diff.device = current.device;
      }
    
      if (current.action === null && last.action === undefined) {
        diff.action = current.action;
      } else if (current.action == null && last.action == null) {
    
      } else if ((current.action != null && last.action == null) || (current.action == null && last.action != null)) {
        diff.action = current.action;
      } else if (last.action !== current.action) {
        diff.action = current.action;
      }
    
      if (current.subject === null && last.subject === undefined) {
        diff.subject = current.subject;
      } else if (current.subject == null && last.subject == null) {
    
      } else if ((current.subject != null && last.subject == null) || (current.subject == null && last.subject != null)) {
        diff.subject = current.subject;
      } else if (last.subject !== current.subject) {
        diff.subject = current.subject;
      }
    
      if (current.outcome === null && last.outcome === undefined) {
        diff.outcome = current.outcome;
      } else if (current.outcome == null && last.outcome == null) {
    
      } else if ((current.outcome != null && last.outcome == null) || (current.outcome == null && last.outcome != null)) {
        diff.outcome = current.outcome;
      } else if (last.outcome !== current.outcome) {
        diff.outcome = current.outcome;
      }
    
      if (current.mark === null && last.mark === undefined) {
        diff.mark = current.mark;
      } else if (current.mark == null && last.mark == null) {
    
      } else if ((current.mark != null && last.mark == null) || (current.mark == null && last.mark != null)) {
        diff.mark = current.mark;
      } else if (last.mark !== current.mark) {
        diff.mark = current.mark;
      }
    
    if (options?.includeInverseSides) {
    }
      return diff;
    }
  },
  'snapshotGenerator-activity_16000': function(clone, cloneEmbeddable) {
    return function(entity) {
      const ret = {};
      if (typeof entity.scope !== 'undefined') {
        ret.scope = entity.scope;
      }
    
      if (typeof entity.activityId !== 'undefined') {
        ret.activityId = entity.activityId;
      }
    
      if (typeof entity.at !== 'undefined') {
        ret.at = entity.at;
      }
    
      if (typeof entity.actor !== 'undefined') {
        ret.actor = entity.actor;
      }
    
      if (typeof entity.device !== 'undefined') {
        ret.device = entity.device;
      }
    
      if (typeof entity.action !== 'undefined') {
        ret.action = entity.action;
      }
    
      if (typeof entity.subject !== 'undefined') {
        ret.subject = entity.subject;
      }
    
      if (typeof entity.outcome !== 'undefined') {
        ret.outcome = entity.outcome;
      }
    
      if (typeof entity.mark !== 'undefined') {
        ret.mark = entity.mark;
      }
    
      return ret;
    }
  },
  'resultMapper-activity_16000': function(PolymorphicRef) {
    // compiled mapper for entity Activity
    return function(result) {
      const ret = {};
      const mapped = {};
      if (typeof result.scope !== 'undefined') {
        ret.scope = result.scope;
        mapped.scope = true;
      }
      if (typeof result.activity_id !== 'undefined') {
        ret.activityId = result.activity_id;
        mapped.activity_id = true;
      }
      if (typeof result.at !== 'undefined') {
        ret.at = result.at;
        mapped.at = true;
      }
      if (typeof result.actor !== 'undefined') {
        ret.actor = result.actor;
        mapped.actor = true;
      }
      if (typeof result.device !== 'undefined') {
        ret.device = result.device;
        mapped.device = true;
      }
      if (typeof result.action !== 'undefined') {
        ret.action = result.action;
        mapped.action = true;
      }
      if (typeof result.subject !== 'undefined') {
        ret.subject = result.subject;
        mapped.subject = true;
      }
      if (typeof result.outcome !== 'undefined') {
        ret.outcome = result.outcome;
        mapped.outcome = true;
      }
      if (typeof result.mark !== 'undefined') {
        ret.mark = result.mark;
        mapped.mark = true;
      }
      for (let k in result) { if (Object.hasOwn(result, k) && !mapped[k] && ret[k] === undefined) ret[k] = result[k]; }
      return ret;
    }
  },
  'hydrator-activity_16000-reference-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Activity ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.scope === null) {
        entity.scope = null;
      } else if (typeof data.scope !== 'undefined') {
        entity.scope = data.scope;
      }
      if (data.activityId === null) {
        entity.activityId = null;
      } else if (typeof data.activityId !== 'undefined') {
        entity.activityId = data.activityId;
      }
    }
  },
  'hydrator-activity_16000-reference-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Activity ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.scope === null) {
        entity.scope = null;
      } else if (typeof data.scope !== 'undefined') {
        entity.scope = data.scope;
      }
      if (data.activityId === null) {
        entity.activityId = null;
      } else if (typeof data.activityId !== 'undefined') {
        entity.activityId = data.activityId;
      }
    }
  },
  'pkGetter-activity_16000': function(isEntityOrRef) {
    // compiled pk getter for entity Activity
    return function(entity) {
      const cond = {
        scope: entity.scope,
        activityId: entity.activityId,
      };
      if (cond.scope == null || cond.activityId == null) return null;
      return cond;
    }
  },
  'pkGetterConverted-activity_16000': function(isEntityOrRef) {
    // compiled pk getter (with converted custom types) for entity Activity
    return function(entity) {
      const cond = {
        scope: entity.scope,
        activityId: entity.activityId,
      };
      if (cond.scope == null || cond.activityId == null) return null;
      return cond;
    }
  },
  'pkSerializer-activity_16000': function(isEntityOrRef, getCompositeKeyValue, getPrimaryKeyHash) {
    // compiled pk serializer for entity Activity
    return function(entity) {
      const pks = entity.__helper.__pk ? getCompositeKeyValue(entity.__helper.__pk) : [
        entity.scope,
        entity.activityId,
      ];
      return pks.join('~~~');
    }
  },
  'hydrator-account_2000-full-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Account ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.number === null) {
        entity.number = null;
      } else if (typeof data.number !== 'undefined') {
        entity.number = data.number;
      }
      if (data.account === null) {
        entity.account = null;
      } else if (typeof data.account !== 'undefined') {
        entity.account = data.account;
      }
      if (data.currency === null) {
        entity.currency = null;
      } else if (typeof data.currency !== 'undefined') {
        entity.currency = data.currency;
      }
    }
  },
  'hydrator-account_2000-full-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Account ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.number === null) {
        entity.number = null;
      } else if (typeof data.number !== 'undefined') {
        entity.number = data.number;
      }
      if (data.account === null) {
        entity.account = null;
      } else if (typeof data.account !== 'undefined') {
        entity.account = data.account;
      }
      if (data.currency === null) {
        entity.currency = null;
      } else if (typeof data.currency !== 'undefined') {
        entity.currency = data.currency;
      }
    }
  },
  'comparator-account_2000': function(compareArrays, compareBooleans, compareBuffers, compareObjects, equals) {
    // compiled comparator for entity Account
    return function(last, current, options) {
      const diff = {};
      if (current.fundId === null && last.fundId === undefined) {
        diff.fundId = current.fundId;
      } else if (current.fundId == null && last.fundId == null) {
    
      } else if ((current.fundId != null && last.fundId == null) || (current.fundId == null && last.fundId != null)) {
        diff.fundId = current.fundId;
      } else if (last.fundId !== current.fundId) {
        diff.fundId = current.fundId;
      }
    
      if (current.number === null && last.number === undefined) {
        diff.number = current.number;
      } else if (current.number == null && last.number == null) {
    
      } else if ((current.number != null && last.number == null) || (current.number == null && last.number != null)) {
        diff.number = current.number;
      } else if (!equals(last.number, current.number)) {
        diff.number = current.number;
      }
    
      if (current.account === null && last.account === undefined) {
        diff.account = current.account;
      } else if (current.account == null && last.account == null) {
    
      } else if ((current.account != null && last.account == null) || (current.account == null && last.account != null)) {
        diff.account = current.account;
      } else if (last.account !== current.account) {
        diff.account = current.account;
      }
    
      if (current.currency === null && last.currency === undefined) {
        diff.currency = current.currency;
      } else if (current.currency == null && last.currency == null) {
    
      } else if ((current.currency != null && last.currency == null) || (current.currency == null && last.currency != null)) {
        diff.currency = current.currency;
      } else if (last.currency !== current.currency) {
        diff.currency = current.currency;
      }
    
    if (options?.includeInverseSides) {
    }
      return diff;
    }
  },
  'snapshotGenerator-account_2000': function(clone, cloneEmbeddable) {
    return function(entity) {
      const ret = {};
      if (typeof entity.fundId !== 'undefined') {
        ret.fundId = entity.fundId;
      }
    
      if (typeof entity.number !== 'undefined') {
        ret.number = clone(entity.number);
      }
    
      if (typeof entity.account !== 'undefined') {
        ret.account = entity.account;
      }
    
      if (typeof entity.currency !== 'undefined') {
        ret.currency = entity.currency;
      }
    
      return ret;
    }
  },
  'resultMapper-account_2000': function(PolymorphicRef) {
    // compiled mapper for entity Account
    return function(result) {
      const ret = {};
      const mapped = {};
      if (typeof result.fund_id !== 'undefined') {
        ret.fundId = result.fund_id;
        mapped.fund_id = true;
      }
      if (typeof result.number !== 'undefined') {
        ret.number = result.number;
        mapped.number = true;
      }
      if (typeof result.account !== 'undefined') {
        ret.account = result.account;
        mapped.account = true;
      }
      if (typeof result.currency !== 'undefined') {
        ret.currency = result.currency;
        mapped.currency = true;
      }
      for (let k in result) { if (Object.hasOwn(result, k) && !mapped[k] && ret[k] === undefined) ret[k] = result[k]; }
      return ret;
    }
  },
  'hydrator-account_2000-reference-false': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Account ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.number === null) {
        entity.number = null;
      } else if (typeof data.number !== 'undefined') {
        entity.number = data.number;
      }
    }
  },
  'hydrator-account_2000-reference-true': function(isPrimaryKey, isEntity, isScalarReference, Collection, Reference, PolymorphicRef, ValidationError) {
    // compiled hydrator for entity Account ( normalized)
    return function(entity, data, factory, newEntity, convertCustomTypes, schema, parentSchema, normalizeAccessors) {
      if (data.fundId === null) {
        entity.fundId = null;
      } else if (typeof data.fundId !== 'undefined') {
        entity.fundId = data.fundId;
      }
      if (data.number === null) {
        entity.number = null;
      } else if (typeof data.number !== 'undefined') {
        entity.number = data.number;
      }
    }
  },
  'pkGetter-account_2000': function(isEntityOrRef) {
    // compiled pk getter for entity Account
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        number: entity.number,
      };
      if (cond.fundId == null || cond.number == null) return null;
      return cond;
    }
  },
  'pkGetterConverted-account_2000': function(isEntityOrRef) {
    // compiled pk getter (with converted custom types) for entity Account
    return function(entity) {
      const cond = {
        fundId: entity.fundId,
        number: entity.number,
      };
      if (cond.fundId == null || cond.number == null) return null;
      return cond;
    }
  },
  'pkSerializer-account_2000': function(isEntityOrRef, getCompositeKeyValue, getPrimaryKeyHash) {
    // compiled pk serializer for entity Account
    return function(entity) {
      const pks = entity.__helper.__pk ? getCompositeKeyValue(entity.__helper.__pk) : [
        entity.fundId,
        entity.number,
      ];
      return pks.join('~~~');
    }
  }
};
