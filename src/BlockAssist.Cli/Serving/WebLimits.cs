namespace BlockAssist.Cli.Serving;

/// <summary>How much a server takes from whoever asks.</summary>
/// <param name="Connections">At once.</param>
/// <param name="Body">Bytes of a request.</param>
/// <param name="Head">Bytes of a request's head.</param>
/// <param name="Patience">How long a request's head may take.</param>
/// <param name="Farewell">How long requests have to end when the server does.</param>
internal sealed record WebLimits(int Connections, int Body, int Head, TimeSpan Patience, TimeSpan Farewell);
