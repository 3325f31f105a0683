namespace BlockAssist.Chain.Sending;

/// <summary>How a transaction is waited for.</summary>
public sealed record WaitOptions
{
    /// <summary>How many blocks must be on the chain from the transaction's own on, before it counts as done; 3.</summary>
    public int Confirmations { get; init; } = 3;

    /// <summary>How long it may be in no block before it is replaced by one that pays more; a minute.</summary>
    public TimeSpan ReplaceAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often it is replaced at most; 5.</summary>
    public int MostReplacements { get; init; } = 5;

    /// <summary>When waiting ends; 10 minutes.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long after the first look the second follows; half a second, then twice as long each time.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long is waited between looks at most; 8 seconds.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(8);
}
