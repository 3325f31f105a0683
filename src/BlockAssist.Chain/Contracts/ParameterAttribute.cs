namespace BlockAssist.Chain.Contracts;

/// <summary>Says that a property is a value of the ABI.</summary>
/// <param name="type">Its type; <c>tuple</c>, or an array of such, where the property is of a class of its own.</param>
/// <param name="name">What the contract calls it.</param>
/// <param name="order">Its place, from 1 on.</param>
/// <param name="indexed">Of an event: whether it is a topic.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(string type, string name = "", int order = 1, bool indexed = false) : Attribute
{
    /// <summary>Its type.</summary>
    public string Type { get; } = type;

    /// <summary>What the contract calls it.</summary>
    public string Name { get; } = name;

    /// <summary>Its place, from 1 on.</summary>
    public int Order { get; } = order;

    /// <summary>Whether it is a topic.</summary>
    public bool Indexed { get; } = indexed;
}
