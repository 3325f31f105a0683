using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Dashboard.Sources;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;

namespace BlockAssist.Cli.Dashboard;

/// <summary>All that a dashboard tells of, and by what it is seen that some of it has changed.</summary>
internal sealed class DashboardSubjects : IDisposable
{
    private readonly NodeHome _home;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _betweenLooks;
    private readonly Lock _lock = new();
    private IReadOnlyDictionary<string, FileStamp> _stamps = new Dictionary<string, FileStamp>();
    private long? _looked;

    /// <summary>The subjects of a home.</summary>
    /// <param name="context">Where it is.</param>
    /// <param name="options">How it is shown.</param>
    public DashboardSubjects(CommandContext context, DashboardOptions options)
    {
        (_home, _clock, _betweenLooks) = (context.Home, context.Surroundings.Clock, options.BetweenLooks);
        Sessions = new SessionSource(_home, _clock);
        Now = new NowSource(_home, Sessions, options.Token is not null, _clock);
        Learning = new LearningSource(_home);
        Rounds = new RoundSource(_home, new HubSource(_home, _clock));
        Replays = new ReplaySource(_home);
        Credit = new CreditSource(_home, Now);
        Models = new ModelSource(_home, _clock);
        Chain = new ChainSource(context);
        Machine = new MachineSource(_home, Now, _clock);
        Doctor = new DoctorSource(_home, _clock);
    }

    /// <summary>What the node does.</summary>
    public NowSource Now { get; }

    /// <summary>Sessions.</summary>
    public SessionSource Sessions { get; }

    /// <summary>Their pictures.</summary>
    public SessionPictures Pictures { get; } = new();

    /// <summary>Trainings.</summary>
    public LearningSource Learning { get; }

    /// <summary>Rounds.</summary>
    public RoundSource Rounds { get; }

    /// <summary>Segments that were trained again.</summary>
    public ReplaySource Replays { get; }

    /// <summary>Credit of rounds.</summary>
    public CreditSource Credit { get; }

    /// <summary>Models.</summary>
    public ModelSource Models { get; }

    /// <summary>Contributions.</summary>
    public ChainSource Chain { get; }

    /// <summary>What the machine gives.</summary>
    public MachineSource Machine { get; }

    /// <summary>What works on it.</summary>
    public DoctorSource Doctor { get; }

    /// <summary>The stamps of all subjects; looked at once, however many listen.</summary>
    public IReadOnlyDictionary<string, FileStamp> Stamps()
    {
        lock (_lock)
        {
            if (_looked is not { } looked || _clock.GetElapsedTime(looked) >= _betweenLooks / 2)
            {
                (_looked, _stamps) = (_clock.GetTimestamp(), Look());
            }

            return _stamps;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Chain.Dispose();
        Doctor.Dispose();
    }

    private Dictionary<string, FileStamp> Look()
    {
        var swarm = SwarmFolder.Of(_home);
        var (episodes, models) = (FileStamp.OfFolder(_home.Episodes), FileStamp.OfFolder(_home.Models));
        var (status, records) = (FileStamp.Of(swarm.StatusFile), FileStamp.OfFolder(swarm.Records));
        var consent = FileStamp.Of(ChainFolder.Of(_home).ConsentFile);
        return new Dictionary<string, FileStamp>
        {
            ["now"] = Both(Both(status, consent), Both(episodes, models)),
            ["sessions"] = episodes,
            ["help"] = episodes,
            ["learning"] = FileStamp.OfAll(Learning.AllFiles()),
            ["rounds"] = Both(records, status),
            ["replays"] = Replays.Stamp(),
            ["credit"] = Both(records, status),
            ["models"] = models,
            ["chain"] = Chain.Stamp(),
            ["leaderboard"] = Chain.Stamp(),
        };
    }

    private static FileStamp Both(FileStamp one, FileStamp other) => new(one.Length + other.Length, unchecked((one.Written * 31) + other.Written));
}
