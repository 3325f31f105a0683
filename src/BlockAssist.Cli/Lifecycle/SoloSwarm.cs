using System.Net;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Links;

namespace BlockAssist.Cli.Lifecycle;

/// <summary>A swarm of one node, on this machine alone, with short rounds: what is trained is verified, merged and tried there as in any other.</summary>
/// <param name="context">The home.</param>
/// <param name="training">How long is trained in a round.</param>
/// <param name="patience">How long each of the later parts of a round may take.</param>
internal sealed class SoloSwarm(CommandContext context, TimeSpan training, TimeSpan patience)
{
    private const string Name = "solo";
    private const double Rate = 3e-4;

    private readonly RoundPlan _plan = new()
    {
        Training = training,
        Revealing = patience / 2,
        Verifying = patience * 2,
        Patience = patience,
    };

    private readonly SwarmFolder _folder = SwarmFolder.Of(context.Home);

    /// <summary>Begins it if there is none, and finds it a place to listen at.</summary>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        var listen = new IPEndPoint(IPAddress.Loopback, FreePort.OnLoopback()).ToString();
        if (File.Exists(_folder.SettingsFile))
        {
            var known = _folder.Settings();
            _folder.Keep(known with { Own = known.Own! with { IsAlone = true, Listen = listen, Plan = _plan } });
            return;
        }

        var blobs = new BlobStore(_folder.Blobs, new BlobLimits(), context.Surroundings.Clock);
        var genesis = await new SwarmGenesis(context, blobs).MakeAsync(model: null, fresh: false, Rate, selfPlayEvery: 0, cancellation);
        _folder.Keep(new SwarmSettings(Name, null, new OwnSwarm(listen, genesis.Base.ToString(), genesis.Recipe.ToString()) { IsAlone = true, Plan = _plan }));
    }
}
