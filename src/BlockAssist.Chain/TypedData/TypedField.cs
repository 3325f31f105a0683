namespace BlockAssist.Chain.TypedData;

/// <summary>A field of a struct that is signed.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Type">Its type: one of the ABI's, another struct, or an array of such.</param>
public sealed record TypedField(string Name, string Type);
