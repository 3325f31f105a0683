namespace BlockAssist.Net.Envelopes;

/// <summary>Which swarm an envelope is of: 1 to 32 small letters, digits and hyphens.</summary>
public readonly record struct NetworkId
{
    internal const int MostLetters = 32;

    private readonly string? _name;

    /// <summary>The network of a name.</summary>
    /// <exception cref="ArgumentException">The name has other letters, too many, or none.</exception>
    public NetworkId(string name) =>
        _name = IsName(name) ? name : throw new ArgumentException($"A network's name is 1 to {MostLetters} of a-z, 0-9 and -, not '{name}'.", nameof(name));

    /// <summary>Whether a text can be the name of a network.</summary>
    public static bool IsName(string? name) =>
        name is { Length: >= 1 and <= MostLetters } && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    /// <summary>The name.</summary>
    public override string ToString() => _name ?? "";
}
