namespace BlockAssist.Chain.Contracts;

/// <summary>Says that a class is a call of a function; its properties with a <see cref="ParameterAttribute"/> are what the function takes.</summary>
/// <param name="name">What the contract calls it.</param>
/// <param name="returnType">What it returns, if that is one value; where it is several, or none, nothing.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FunctionAttribute(string name, string? returnType = null) : Attribute
{
    /// <summary>What the contract calls it.</summary>
    public string Name { get; } = name;

    /// <summary>What it returns, if that is one value.</summary>
    public string? ReturnType { get; } = returnType;
}
