namespace BlockAssist.Chain.Contracts;

/// <summary>Says that a class is an event of a contract; its properties with a <see cref="ParameterAttribute"/> are what is told.</summary>
/// <param name="name">What the contract calls it.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventAttribute(string name) : Attribute
{
    /// <summary>What the contract calls it.</summary>
    public string Name { get; } = name;
}
