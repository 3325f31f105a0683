// Values in JSON: numbers are texts there, since JSON's are not exact.
import { ParamType } from 'ethers';

/// A value as ethers and viem take it.
export function taken(param, value) {
  if (param.isArray()) return value.map((element) => taken(param.arrayChildren, element));
  if (param.isTuple()) return value.map((part, i) => taken(param.components[i], part));
  return isNumber(param.type) ? BigInt(value) : value;
}

/// A value as ethers or viem tell it, as JSON.
export function told(param, value) {
  if (param.isArray()) return Array.from(value, (element) => told(param.arrayChildren, element));
  if (param.isTuple()) return Array.from(value, (part, i) => told(param.components[i], part));
  return isNumber(param.type) ? value.toString() : value;
}

/// A field of typed data as ethers and viem take it.
export function takenTyped(types, type, value) {
  const array = /^(.*)\[\d*\]$/.exec(type);
  if (array) return value.map((element) => takenTyped(types, array[1], element));
  if (types[type]) return Object.fromEntries(types[type].map((field) => [field.name, takenTyped(types, field.type, value[field.name])]));
  return isNumber(type) ? BigInt(value) : value;
}

export function takenDomain(domain) {
  return domain.chainId === undefined ? domain : { ...domain, chainId: BigInt(domain.chainId) };
}

/// The type as viem takes it.
export function viemType(type) {
  return JSON.parse(ParamType.from(type).format('json'));
}

export function takenTransaction(fields) {
  const { nonce, chainId, gasLimit, maxFeePerGas, maxPriorityFeePerGas, value, to, data, accessList } = fields;
  const rest = { nonce: Number(nonce), maxFeePerGas: BigInt(maxFeePerGas), maxPriorityFeePerGas: BigInt(maxPriorityFeePerGas), value: BigInt(value), data, accessList };
  return {
    ethers: { ...rest, type: 2, chainId: BigInt(chainId), gasLimit: BigInt(gasLimit), to },
    viem: { ...rest, type: 'eip1559', chainId: Number(chainId), gas: BigInt(gasLimit), to: to ?? undefined },
  };
}

function isNumber(type) {
  return /^u?int\d*$/.test(type);
}
