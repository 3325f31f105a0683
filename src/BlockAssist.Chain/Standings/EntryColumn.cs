namespace BlockAssist.Chain.Standings;

/// <summary>By what entries are looked for.</summary>
internal enum EntryColumn
{
    /// <summary>Whose they are.</summary>
    Account,

    /// <summary>Of which round.</summary>
    Round,
}
