using System.Net;

namespace BlockAssist.Cli.Dashboard;

/// <summary>How a dashboard is served.</summary>
internal sealed record DashboardOptions
{
    /// <summary>The port, unless somebody says otherwise.</summary>
    public const int UsualPort = 7717;

    /// <summary>Where it listens; port 0 is any that is free.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, UsualPort);

    /// <summary>The option by which its port was chosen.</summary>
    public string PortOption { get; init; } = "--port";

    /// <summary>What whoever changes something must know, and elsewhere than on loopback whoever reads; null where nothing can be changed.</summary>
    public DashboardToken? Token { get; init; }

    /// <summary>How many connections there are at most.</summary>
    public int MostConnections { get; init; } = 64;

    /// <summary>How many of them hear what changes.</summary>
    public int MostListeners { get; init; } = 8;

    /// <summary>How long a request's head, or an answer, may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long passes between two looks at the files.</summary>
    public TimeSpan BetweenLooks { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long listeners hear nothing at most.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long whoever gives a wrong token waits.</summary>
    public TimeSpan WrongTokenPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether others than this machine can reach it.</summary>
    public bool IsOpenToOthers => !IPAddress.IsLoopback(Listen.Address);
}
