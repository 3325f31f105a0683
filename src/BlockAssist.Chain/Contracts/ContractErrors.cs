using System.Reflection;
using BlockAssist.Chain.Abi;

namespace BlockAssist.Chain.Contracts;

/// <summary>Errors of contracts that are told by classes.</summary>
public static class ContractErrors
{
    /// <summary>The error that a class tells of.</summary>
    /// <typeparam name="TError">The class; it has an <see cref="ErrorAttribute"/>.</typeparam>
    public static AbiError Of<TError>() => typeof(TError).GetCustomAttribute<ErrorAttribute>() is { } told
        ? new AbiError(told.Name, MessageShape.Of(typeof(TError)).Tuple)
        : throw new ArgumentException($"{typeof(TError).Name} does not say which error it is.");
}
