using BlockAssist.Game.Pictures;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.Sound;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Play;

/// <summary>What the client is told by whoever starts it: where its files are, and who helps.</summary>
public sealed record ClientOptions
{
    /// <summary>Where recordings are.</summary>
    public required string Episodes { get; init; }

    /// <summary>Where the blueprints are that a person brought along.</summary>
    public required string Blueprints { get; init; }

    /// <summary>The file of the settings.</summary>
    public required string SettingsFile { get; init; }

    /// <summary>Names the file of the next recording by what is built in it.</summary>
    public required Func<string, string> NextEpisode { get; init; }

    /// <summary>Who helps in a session, by its seed and the size of its site; null for nobody.</summary>
    public Func<ulong, GridSize, AssistantOptions?> Assistant { get; init; } = (_, _) => null;

    /// <summary>Learns from sessions that are over; must outlive the client. Null for nobody.</summary>
    public ISessionLearner? Learner { get; init; }

    /// <summary>Whether contributions are recorded; null where none can be.</summary>
    public IContributionConsent? Consent { get; init; }

    /// <summary>Whether somebody starts it who never has: who is told what is recorded.</summary>
    public bool IsFirstStart { get; init; }

    /// <summary>Whether it measures once how long a picture takes, and draws with fewer pixels where that is too long.</summary>
    public bool TunesPicture { get; init; }

    /// <summary>What else is kept with a recording that begins now.</summary>
    public Func<IReadOnlyDictionary<string, string>> Properties { get; init; } = () => new Dictionary<string, string>();

    /// <summary>Keeps a picture of the window, and says where; null if it cannot.</summary>
    public Func<Canvas, string>? Screenshot { get; init; }

    /// <summary>What is heard; must outlive the client. Null for silence.</summary>
    public GameSounds? Sounds { get; init; }

    /// <summary>The usual site.</summary>
    public GridSize Site { get; init; } = new(11, 10, 10);

    /// <summary>The seed of the first house that is made up, and of the land around it.</summary>
    public ulong Seed { get; init; }

    /// <summary>The program's version.</summary>
    public string Version { get; init; } = "";

    /// <summary>How many threads make meshes.</summary>
    public int MeshingThreads { get; init; } = 1;
}
