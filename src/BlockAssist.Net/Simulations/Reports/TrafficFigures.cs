namespace BlockAssist.Net.Simulations.Reports;

/// <summary>What was sent of one kind.</summary>
/// <param name="Kind">What.</param>
/// <param name="Up">How often to the hub.</param>
/// <param name="BytesUp">How many bytes to the hub.</param>
/// <param name="Down">How often from the hub.</param>
/// <param name="BytesDown">How many bytes from the hub.</param>
public sealed record TrafficFigures(string Kind, long Up, long BytesUp, long Down, long BytesDown);
