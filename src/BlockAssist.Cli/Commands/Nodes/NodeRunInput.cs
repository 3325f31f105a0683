using System.CommandLine;
using System.Net;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Data;
using BlockAssist.Net.Blobs.Buckets;
using BlockAssist.Net.Hub.Clusters;

namespace BlockAssist.Cli.Commands.Nodes;

/// <summary>What <c>node run</c> is told: what it learns from, when it may train, and where a hub's machines find each other.</summary>
internal sealed class NodeRunInput
{
    private readonly Option<string[]> _data = new("--data")
    {
        Description = "Files or folders of episodes to learn from, to show to whoever verifies, and to offer to all as clips; by default the sessions that demos share names. Nothing else leaves the machine.",
        HelpName = "DIR...",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> _hidden = new("--hidden")
    {
        Description = "For the hub: episodes that no peer has, by which updates are tried; by default play made up.",
        HelpName = "DIR...",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<int> _rounds = Ranged.Option("--rounds", "Ends after so many rounds; 0 for never.", 0, (0, 1_000_000));
    private readonly Option<string?> _hours = new("--hours") { Description = "Trains between these hours only, by the machine's clock: 22-7 is through the night.", HelpName = "FROM-UNTIL" };
    private readonly Option<bool> _whilePlaying = new("--while-playing") { Description = "Trains also while a game is played from the same home; otherwise it stops and goes on after it.", Arity = ArgumentArity.Zero };
    private readonly Option<int> _budget = Ranged.Option("--mib-a-day", "How many MiB may go over the network in a day before it takes no more leases.", 1024, (1, 1 << 20));
    private readonly Option<double> _foreign = Ranged.Option("--foreign-share", "What share of the turns that it learns from are of clips that other peers offer; 0 for none.", 0.25, (0, 0.9));

    private readonly Option<string?> _cluster = new("--cluster")
    {
        Description = "For the hub: the server over which its silos on several machines find each other, and that keeps its logs: redis://HOST:PORT or postgres://USER@HOST:PORT/DATABASE. A password is better given in PGPASSWORD than here, where others of the machine see it. By default the hub has one silo, and needs none.",
        HelpName = "URL",
    };

    private readonly Option<string> _silo = new("--silo")
    {
        Description = "With --cluster: where this silo listens to the others; a private address, since who reaches it is trusted.",
        HelpName = "IP:PORT",
        DefaultValueFactory = _ => "127.0.0.1:11111",
    };

    private readonly Option<string?> _blobs = new("--blobs")
    {
        Description = "For the hub: the bucket behind the blobs of its machines, s3://BUCKET/PREFIX, so that each of them finds what came to another. Region, endpoint and keys are AWS_REGION, AWS_ENDPOINT_URL_S3, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of the environment.",
        HelpName = "URL",
    };

    private readonly Option<int> _threads = LearningInput.Threads();

    /// <summary>Makes the options.</summary>
    public NodeRunInput()
    {
        _foreign.HelpName = "SHARE";
        // It may hold a password, and is not repeated.
        Refuse(_cluster, given => ClusterServer.TryParse(given, _ => null, out _), _ => $"--cluster is no address of a server, expected {ClusterServer.Forms}");
        Refuse(_blobs, given => BucketAddress.TryParse(given, out _), given => $"'{given}' is no bucket, expected {BucketAddress.Form}");
        Refuse(_hours, given => TrainingTimes.TryParseHours(given, out _), given => $"'{given}' are no hours, expected two from 0 to 24 such as 22-7");
        Refuse(_silo, given => IPEndPoint.TryParse(given, out _), given => $"'{given}' is no place for a silo, expected IP:PORT");
    }

    /// <summary>The options, in the order of the help.</summary>
    public IEnumerable<Option> Options => [_data, _hidden, _rounds, _hours, _whilePlaying, _budget, _foreign, _cluster, _silo, _blobs, _threads];

    /// <summary>What is learnt from and shared, as it is when asked: by default the sessions that somebody let be shared.</summary>
    public Func<DemonstrationSet> SharedIn(ParseResult parsed, NodeHome home) =>
        () => parsed.GetValue(_data) is { Length: > 0 } paths ? DemonstrationSet.Open(paths) : new SharedSessions(home).Open();

    /// <summary>What a hub tries updates by.</summary>
    public DemonstrationSet HiddenIn(ParseResult parsed) => parsed.GetValue(_hidden) is { Length: > 0 } paths ? DemonstrationSet.Open(paths) : new DemonstrationSet([]);

    /// <summary>After how many rounds it ends; 0 for never.</summary>
    public int RoundsIn(ParseResult parsed) => parsed.GetValue(_rounds);

    /// <summary>How many threads compute.</summary>
    public int ThreadsIn(ParseResult parsed) => parsed.GetValue(_threads);

    /// <summary>What share of the turns is of other peers' clips.</summary>
    public double ForeignShareIn(ParseResult parsed) => parsed.GetValue(_foreign);

    /// <summary>When it may train, and how much may go over the network.</summary>
    public TrainingTimes TimesIn(ParseResult parsed) => new()
    {
        WhilePlaying = parsed.GetValue(_whilePlaying),
        Hours = parsed.GetValue(_hours) is { } given && TrainingTimes.TryParseHours(given, out var found) ? found : null,
        BytesADay = (long)parsed.GetValue(_budget) << 20,
    };

    /// <summary>Where a hub's silos find each other; null for a hub of one.</summary>
    public ClusterPlace? ClusterIn(ParseResult parsed, Surroundings surroundings) =>
        parsed.GetValue(_cluster) is { } url ? new ClusterPlace(ClusterServer.Parse(url, surroundings.Variable), IPEndPoint.Parse(parsed.GetRequiredValue(_silo))) : null;

    /// <summary>The bucket behind a hub's blobs; null for none.</summary>
    public BucketAddress? BucketIn(ParseResult parsed) => parsed.GetValue(_blobs) is { } bucket ? BucketAddress.Parse(bucket) : null;

    private static void Refuse(Option option, Func<string, bool> isGood, Func<string, string> complaint) => option.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: var given }, ..] && !isGood(given))
        {
            result.AddError(complaint(given));
        }
    });
}
