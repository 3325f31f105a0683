namespace BlockAssist.Net.Identities;

/// <summary>What opens an identity file.</summary>
public enum Unlocking
{
    /// <summary>A passphrase that a person knows.</summary>
    Passphrase,

    /// <summary>A random key in a file beside it, for a node that starts without anybody there.</summary>
    KeyFile,
}
