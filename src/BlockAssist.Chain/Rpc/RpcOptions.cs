namespace BlockAssist.Chain.Rpc;

/// <summary>How a node is asked.</summary>
public sealed record RpcOptions
{
    /// <summary>How long one try may take; 30 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a question is asked again at most; 6.</summary>
    public int Retries { get; init; } = 6;

    /// <summary>How long is waited before the second try; a quarter of a second, then twice as long each time.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long is waited at most; 30 seconds. A node that asks to be left alone for longer is not asked again.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How large an answer may be; 16 MiB.</summary>
    public int MostBytes { get; init; } = 16 << 20;

    /// <summary>How many questions go into one request; 50.</summary>
    public int MostCalls { get; init; } = 50;
}
