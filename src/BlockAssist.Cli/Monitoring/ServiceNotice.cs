using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace BlockAssist.Cli.Monitoring;

/// <summary>What a service says to systemd (sd_notify): that it is ready, what it does, that it lives, that it stops. Nothing where systemd did not start it.</summary>
internal sealed class ServiceNotice : IDisposable
{
    private readonly Socket? _socket;
    private readonly UnixDomainSocketEndPoint? _place;

    /// <summary>Looks whether somebody listens.</summary>
    /// <param name="variable">Reads the environment.</param>
    public ServiceNotice(Func<string, string?> variable)
    {
        if (variable("NOTIFY_SOCKET") is { Length: > 1 } path && path[0] is '/' or '@' && Socket.OSSupportsUnixDomainSockets)
        {
            _place = new UnixDomainSocketEndPoint(path[0] == '@' ? $"\0{path[1..]}" : path);
            _socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        }

        // Half of what is allowed, so that one that comes late is no reason to end the node.
        if (long.TryParse(variable("WATCHDOG_USEC"), NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds > 0
            && (variable("WATCHDOG_PID") is not { Length: > 0 } process || process == Environment.ProcessId.ToString(CultureInfo.InvariantCulture)))
        {
            BetweenSigns = TimeSpan.FromMicroseconds(microseconds / 2);
        }
    }

    /// <summary>Whether somebody listens.</summary>
    public bool IsHeard => _socket is not null;

    /// <summary>How often it has to say that it lives; null if nobody wants to know.</summary>
    public TimeSpan? BetweenSigns { get; }

    /// <summary>It has begun its work.</summary>
    public void Ready() => Say("READY=1");

    /// <summary>It lives.</summary>
    public void Lives() => Say("WATCHDOG=1");

    /// <summary>It stops, which may take a moment.</summary>
    public void Stops() => Say("STOPPING=1");

    /// <summary>What it does.</summary>
    public void Does(string what) => Say($"STATUS={what.ReplaceLineEndings(" ")}");

    /// <inheritdoc/>
    public void Dispose() => _socket?.Dispose();

    // Who does not listen any more misses it.
    private void Say(string what)
    {
        try
        {
            _socket?.SendTo(Encoding.UTF8.GetBytes(what), _place!);
        }
        catch (SocketException)
        {
        }
    }
}
