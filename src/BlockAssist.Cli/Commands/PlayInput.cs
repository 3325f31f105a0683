using System.CommandLine;
using BlockAssist.Cli.Commands.Blueprints;
using BlockAssist.Cli.Lifecycle;
using BlockAssist.Cli.Play;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Commands;

/// <summary>What <c>play</c> is told: what is played, by whom, where, and what is done besides.</summary>
internal sealed class PlayInput
{
    private const int MostSessions = 1000;

    private readonly Option<bool> _headless = new("--headless")
    {
        Description = "Without a window, as where there is no display: a scripted player plays, in a home of its own; the assistant learns from each session, shares what it learnt in a swarm of one, and what was contributed is recorded. One that was broken off goes on.",
    };

    private readonly Option<bool> _onlyPlay = new("--only-play") { Description = "Without a window: plays and records, and does nothing else; as where --player, --assistant, --assistant-model, --site or --out is given.", Arity = ArgumentArity.Zero };
    private readonly Option<int> _steps = Ranged.Option("--learn-steps", "Without a window: how many steps the assistant learns after each session; a step takes a core about half a second.", HeadlessLoop.UsualSteps, (1, 10_000));
    private readonly Option<int> _training = Ranged.Option("--train-seconds", "How long is trained in a round of a swarm of one.", HeadlessLoop.UsualTraining, (5, 3600));

    private readonly Option<RoundsBeside> _rounds = new("--rounds")
    {
        Description = "In a window: which rounds are trained beside the game, after the assistant has learnt. 'alone': of a swarm of one, which is on this machine only; 'joined': also of the swarm that the node has joined, with the sessions that demos share names; or 'none'.",
        DefaultValueFactory = _ => RoundsBeside.Alone,
    };

    private readonly Option<int> _sessions = Ranged.Option("--sessions", "How many houses to build one after the other.", 1, (1, MostSessions));

    private readonly Option<string[]> _goals = new("--goals")
    {
        Description = "Blueprint files or folders to build, in turn; by default made-up houses.",
        HelpName = "FILE...",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string> _player = new("--player") { Description = $"Who plays: {ScriptedBuilders.Description}.", DefaultValueFactory = _ => "human" };

    private readonly Option<string?> _assistant = new("--assistant")
    {
        Description = "Who helps: the same names, 'belief' for the model that infers what is to be built, or 'none'; by default 'belief', "
            + "'human' where there is no such model, nobody with --only-play.",
    };

    private readonly Option<string?> _model = new("--assistant-model") { Description = "The model of 'belief': a file, or the start of a hash; by default the one that plays.", HelpName = "FILE|HASH" };
    private readonly Option<GridSize> _site = BlueprintInput.Size("--site", new GridSize(11, 10, 10), "The size of the site.");
    private readonly Option<ulong?> _seed = Ranged.SeedOrNone("The seed of goals and players; by default a new one each time.");
    private readonly Option<string?> _folder = new("--out") { Description = "Where to record; by default the node's own episodes.", HelpName = "DIR" };
    private readonly Option<int?> _dashboard = DashboardInput.Port();

    /// <summary>Makes the options.</summary>
    public PlayInput()
    {
        _rounds.AcceptOnlyFromAmong("alone", "joined", "none");
        _player.AcceptOnlyFromAmong([.. ScriptedBuilders.Names]);
        _assistant.AcceptOnlyFromAmong([.. PlayHelper.Names]);
    }

    /// <summary>The options, in the order of the help.</summary>
    public IEnumerable<Option> Options => [_headless, _onlyPlay, _steps, _training, _rounds, _sessions, _goals, _player, _assistant, _model, _site, _seed, _folder, _dashboard];

    /// <summary>Whether somebody wants no window.</summary>
    public bool IsHeadless(ParseResult parsed) => parsed.GetValue(_headless);

    /// <summary>Whether nothing is to be done besides, where there is no window: whoever names who plays, who helps or where to record wants that alone.</summary>
    public bool IsAlone(ParseResult parsed) => parsed.GetValue(_onlyPlay) || ((Option[])[_player, _assistant, _model, _site, _folder]).Any(option => IsGiven(parsed, option));

    /// <summary>What a command line orders.</summary>
    public PlayOrder OrderIn(ParseResult parsed, TimeProvider clock) => new()
    {
        Seed = parsed.GetValue(_seed) ?? NewSeed(clock),
        IsSeedSaid = parsed.GetValue(_seed) is not null,
        Sessions = parsed.GetValue(_sessions),
        IsStraight = parsed.GetValue(_seed) is not null || IsGiven(parsed, _goals) || IsGiven(parsed, _sessions),
        Goals = parsed.GetValue(_goals) ?? [],
        Player = parsed.GetRequiredValue(_player),
        Assistant = parsed.GetValue(_assistant),
        Model = parsed.GetValue(_model),
        Site = parsed.GetValue(_site),
        Folder = parsed.GetValue(_folder),
        Rounds = parsed.GetValue(_rounds),
        LearnSteps = parsed.GetValue(_steps),
        Training = TimeSpan.FromSeconds(parsed.GetValue(_training)),
        DashboardPort = parsed.GetValue(_dashboard),
    };

    // Short enough to be read out; it needs to differ, not to be secret.
    private static ulong NewSeed(TimeProvider clock) => (ulong)(clock.GetUtcNow().ToUnixTimeMilliseconds() % 1_000_000);

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };
}
