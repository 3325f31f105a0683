namespace BlockAssist.Chain.Abi;

/// <summary>A part of a tuple, or what a function, an event or an error takes.</summary>
/// <param name="Name">What it is called; empty if nothing.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsIndexed">Of an event: whether it is a topic, which nodes can look for.</param>
public sealed record AbiParameter(string Name, AbiType Type, bool IsIndexed = false);
