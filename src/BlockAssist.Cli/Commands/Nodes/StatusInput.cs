using System.CommandLine;
using System.Net;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Nodes;

/// <summary>Where monitors ask how a node does.</summary>
internal sealed class StatusInput
{
    private readonly Option<int?> _port = Ranged.OptionOrNone("--status-port", "Tells on this port how it does: GET /healthz, /readyz, and /metrics for Prometheus; by default on none.", (1, ushort.MaxValue));

    private readonly Option<string> _listen = new("--status-listen")
    {
        Description = "With --status-port: the address of this machine to listen at; whoever reaches it can read how the node does, and nothing else.",
        HelpName = "IP",
        DefaultValueFactory = _ => IPAddress.Loopback.ToString(),
    };

    /// <summary>Makes the options.</summary>
    public StatusInput() => _listen.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: var text }, ..] && !IPAddress.TryParse(text, out _))
        {
            result.AddError($"'{text}' is no address to listen at, expected an IP address such as 127.0.0.1 or 0.0.0.0");
        }
    });

    /// <summary>The port.</summary>
    public Option Port => _port;

    /// <summary>The address.</summary>
    public Option Listen => _listen;

    /// <summary>The place that a command line names; null if it names none.</summary>
    public IPEndPoint? PlaceIn(ParseResult parsed) =>
        parsed.GetValue(_port) is { } port ? new IPEndPoint(IPAddress.Parse(parsed.GetRequiredValue(_listen)), port) : null;
}
