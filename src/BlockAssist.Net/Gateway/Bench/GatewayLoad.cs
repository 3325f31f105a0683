namespace BlockAssist.Net.Gateway.Bench;

/// <summary>What many peers cost a gateway.</summary>
/// <param name="Peers">How many there were.</param>
/// <param name="UpdateBytes">How large the model and each update were.</param>
/// <param name="Requests">How long each kind of request took, in the order in which they were made.</param>
/// <param name="Flood">How it stood a flood.</param>
/// <param name="EmptyBytes">The memory of its process with one peer connected.</param>
/// <param name="ConnectedBytes">The same with all connected, each with a lease and a commitment.</param>
/// <param name="EndBytes">The same when all was over.</param>
public sealed record GatewayLoad(int Peers, int UpdateBytes, IReadOnlyList<GatewayFigures> Requests, GatewayFlood Flood, long EmptyBytes, long ConnectedBytes, long EndBytes)
{
    /// <summary>How much memory a peer costs, in bytes.</summary>
    public double BytesAPeer => (ConnectedBytes - EmptyBytes) / (double)Peers;
}

/// <summary>How long a gateway took over requests of one kind, as those saw it who asked.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Count">How many were answered.</param>
/// <param name="Median">Half of them took no longer, in milliseconds.</param>
/// <param name="Percentile99">99 of 100 took no longer, in milliseconds.</param>
/// <param name="Longest">The longest, in milliseconds.</param>
/// <param name="Refused">How many were refused by an answer that says so.</param>
/// <param name="Failed">How many had no answer.</param>
public sealed record GatewayFigures(string Request, int Count, double Median, double Percentile99, double Longest, int Refused, int Failed);

/// <summary>How a gateway stands some peers that ask without a pause.</summary>
/// <param name="Flooders">How many do.</param>
/// <param name="Answered">How many of their requests were answered.</param>
/// <param name="Refused">How many were refused.</param>
/// <param name="Failed">How many had no answer.</param>
/// <param name="Others">What everybody else saw meanwhile.</param>
/// <param name="MostBytes">The most memory of its process meanwhile.</param>
public sealed record GatewayFlood(int Flooders, int Answered, int Refused, int Failed, GatewayFigures Others, long MostBytes);
