using System.CommandLine;
using System.Net;
using BlockAssist.Cli.Commands.Keys;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Links;

namespace BlockAssist.Cli.Commands.Swarms;

/// <summary><c>blockassist swarm init</c>: begins a swarm that this node coordinates.</summary>
internal static class SwarmInitCommand
{
    private const int LongestTraining = 24 * 60;

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var name = new Option<string>("--name") { Description = "The swarm's name: 1 to 32 of a-z, 0-9 and -.", HelpName = "NAME", DefaultValueFactory = _ => "home" };
        var listen = new Option<string>("--listen")
        {
            Description = "Where peers come in; 127.0.0.1:PORT for this machine alone.",
            HelpName = "IP:PORT",
            DefaultValueFactory = _ => $"0.0.0.0:{SwarmAddress.UsualPort}",
        };
        var host = new Option<string?>("--host") { Description = "The name or address under which others reach this machine; by default where it listens or, if that is everywhere, its own name.", HelpName = "HOST" };
        var model = new Option<string?>("--base") { Description = "The checkpoint of a human model to begin with; by default the one that plays here, or that comes with the program.", HelpName = "FILE" };
        var fresh = new Option<bool>("--fresh") { Description = "Begins with a model that has learnt nothing.", Arity = ArgumentArity.Zero };
        var minutes = Ranged.Option("--minutes", "How many minutes peers train in a round.", 20, (1, LongestTraining));
        var rate = Ranged.Option("--rate", "The learning rate of leases.", 3e-4, (1e-6, 1.0));
        var selfPlay = Ranged.Option("--self-play-every", "Every how many rounds one learns by building goals that are made up, instead of from sessions; 0 for none.", 0, (0, 1000));
        var replace = SwarmInput.Replace();
        var verb = new Verb(
            "init",
            "Begins a swarm that this node coordinates, with no server: it merges what peers learn, and lets a merged model play only when it is better. Needs an identity (key new).",
            new Example("blockassist swarm init --name friends --minutes 10", "prints what others join by"),
            new Example("blockassist swarm init --self-play-every 4", "who shares no sessions trains in rounds 4, 8, 12 …, too"),
            new Example("blockassist swarm init --listen 127.0.0.1:7433", "for this machine alone"))
        {
            name, listen, host, model, fresh, minutes, rate, selfPlay, replace,
        };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(name) is { } given && !NetworkId.IsName(given))
            {
                result.AddError($"'{given}' is no name of a swarm: 1 to 32 of a-z, 0-9 and -");
            }

            if (result.GetValue(listen) is { } place && !(IPEndPoint.TryParse(place, out var end) && end.Port > 0))
            {
                result.AddError($"'{place}' is no place to listen at, such as 0.0.0.0:{SwarmAddress.UsualPort}");
            }
        });
        verb.RunsAsync(async (parsed, context, cancellation) =>
        {
            var folder = SwarmFolder.Of(context.Home);
            var self = KeyInput.Existing(context).Read().Peer;
            SwarmInput.Leave(folder, parsed.GetValue(replace), context.Surroundings.Clock);
            var blobs = new BlobStore(folder.Blobs, new BlobLimits(), context.Surroundings.Clock);
            var genesis = await new SwarmGenesis(context, blobs).MakeAsync(parsed.GetValue(model), parsed.GetValue(fresh), parsed.GetValue(rate), parsed.GetValue(selfPlay), cancellation);
            var (network, place) = (parsed.GetRequiredValue(name), IPEndPoint.Parse(parsed.GetRequiredValue(listen)));
            folder.Keep(new SwarmSettings(network, null, new OwnSwarm(place.ToString(), genesis.Base.ToString(), genesis.Recipe.ToString())
            {
                SelfPlay = genesis.SelfPlay is { } play ? new OwnSelfPlay(new BlobId(play.Recipe).ToString(), play.Every) : null,
                Plan = new RoundPlan { Training = TimeSpan.FromMinutes(parsed.GetValue(minutes)) },
            }));
            var address = new SwarmAddress(parsed.GetValue(host) ?? (IsAny(place.Address) ? Dns.GetHostName() : place.Address.ToString()), place.Port, self);
            context.Output.Result(new SwarmReport(network, address.ToString(), Coordinates: true), SwarmNodeJson.Default.SwarmReport, SwarmView.Sentence);
            return ExitCode.Done;
        });
        return verb;
    }

    private static bool IsAny(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);
}
