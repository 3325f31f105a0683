using BlockAssist.Game.Commands;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.Tests.Sessions;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Commands;

public sealed class SessionCommandsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly BuildSession _session;
    private readonly SessionCommands _commands;
    private double _hour;

    public SessionCommandsTests()
    {
        BlockPos[] near = [new(2, 2, 1), new(2, 2, 2), new(1, 2, 2)];
        var stones = near.Select(cell => BuilderAction.Place(SomeSession.SiteSize.CellAt(cell), Block.Stone));
        _session = SomeSession.Start(_folder.File("session.bae"), new AssistantOptions { Policy = new ScriptedPolicy([.. stones]) });
        _commands = new SessionCommands(_session, hour => _hour = hour);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Who_mistypes_is_told_which_commands_there_are()
    {
        var answer = _commands.Run("/fil 1 2 3");

        Assert.True(answer.IsTrouble);
        Assert.Contains("There is no /fil", answer.Text, StringComparison.Ordinal);
        Assert.Contains("/assistant, /fill, /help, /layer, /redo, /replace, /time, /tp, /undo", answer.Text, StringComparison.Ordinal);
        Assert.Equal(_commands.Run("help").Text, _commands.Run("/help").Text);
        Assert.Contains("x1 y1 z1", _commands.Run("/help fill").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fill 1 2 3")]
    [InlineData("/fill 1 2 3 4 5 6 bedrock")]
    [InlineData("/fill 1 2 3 4 5 six wool")]
    [InlineData("/tp 1 2")]
    [InlineData("/tp NaN 2 3")]
    [InlineData("/time day")]
    [InlineData("/time set 25")]
    [InlineData("/layer top")]
    [InlineData("/undo 0")]
    [InlineData("/assistant dance")]
    [InlineData("/assistant speed 0")]
    [InlineData("/assistant sure perhaps")]
    [InlineData("/assistant suggest 6")]
    [InlineData("/assistant suggest never")]
    public void What_makes_no_sense_is_answered_by_how_it_is_written(string line) =>
        Assert.StartsWith("It is written /", _commands.Run(line).Text, StringComparison.Ordinal);

    [Fact]
    public void A_box_is_filled_cell_by_cell_and_replays_exactly()
    {
        Assert.Equal("12 cells were changed.", _commands.Run("/fill 4 2 4 5 4 5 stonebrick").Text);
        Assert.Equal(Block.StoneBrick, _session.BlockAt(new BlockPos(5, 4, 5)));
        Assert.Equal("4 cells were changed.", _commands.Run("/fill 4 3 4 5 3 5 glass").Text);
        Assert.Equal("4 cells were changed.", _commands.Run("/replace 0 2 0 10 9 9 glass air").Text);
        Assert.Equal("0 cells were changed.", _commands.Run("/replace 0 0 0 10 9 9 wool log").Text);
        _session.Advance(1000);
        Assert.Equal("2 edits were taken back.", _commands.Run("/undo 2").Text);
        Assert.Equal(Block.StoneBrick, _session.BlockAt(new BlockPos(5, 3, 5)));
        Assert.Equal("1 edit was done again.", _commands.Run("/redo").Text);
        _session.DemandMirror();
        _session.Finish();
        _session.Dispose();

        Assert.Equal((1, 0), (EpisodeVerification.Verify(_folder.File("session.bae")).Exact, EpisodeVerification.Verify(_folder.File("session.bae")).Mismatches));
    }

    [Fact]
    public void What_the_rules_forbid_is_said_and_not_done()
    {
        Assert.Equal("0 cells were changed. 1 not: Bedrock stays.", _commands.Run("/fill 3 0 3 3 0 3 air").Text);
        Assert.Equal("0 cells were changed. 1 not: No block is beside it.", _commands.Run("/fill 5 8 5 5 8 5 wool").Text);
        _session.Stand(new BlockPos(3, 2, 3));
        Assert.Equal("1 cell was changed. 2 not: You stand there yourself.", _commands.Run("/fill 3 1 3 3 3 3 wool").Text);
        Assert.StartsWith("Only the site", _commands.Run("/fill 0 0 0 11 1 1 wool").Text, StringComparison.Ordinal);
        Assert.Equal("There is nothing to take back.", _commands.Run("/redo").Text);
    }

    [Fact]
    public void One_is_put_where_there_is_room_and_the_recording_says_so()
    {
        var corrections = _session.Corrections;

        Assert.False(_commands.Run("/tp 6 2 6").IsTrouble);
        _session.Advance(100);

        Assert.Equal(corrections + 1, _session.Corrections);
        Assert.Equal(new BlockPos(6, 2, 6), _session.Site.LocationOf(0).Cell);
        Assert.Equal("There is no room to stand.", _commands.Run("/tp 6 1 6").Text);
        Assert.Equal("That is not in this land.", _commands.Run("/tp 9999 2 6").Text);
    }

    [Fact]
    public void One_that_infers_the_goal_is_told_how_sure_to_be_and_to_suggest()
    {
        Assert.True(_commands.Run("/assistant suggest on").IsTrouble);
        Assert.True(_commands.Run("/assistant sure bold").IsTrouble);
        using var session = SomeSession.Start(_folder.File("other.bae"), new AssistantOptions { Policy = new BelievingPolicy() });
        var (commands, seat) = (new SessionCommands(session, _ => { }), session.Assistant!);

        foreach (var (word, sureness) in new[] { ("cautious", 0.9), ("balanced", 0.85), ("bold", 0.75) })
        {
            Assert.False(commands.Run($"/assistant sure {word}").IsTrouble);
            Assert.Equal(sureness, seat.Sureness);
        }

        Assert.Equal("It suggests 3 blocks at a time.", commands.Run("/assistant suggest on").Text);
        Assert.Equal("It suggests 5 blocks at a time.", commands.Run("/assistant suggest 5").Text);
        Assert.Equal((true, 5), (seat.Suggests, seat.SuggestionCount));
        Assert.Equal("It builds by itself.", commands.Run("/assistant suggest off").Text);
        Assert.Equal((false, 5), (seat.Suggests, seat.SuggestionCount));
    }

    [Fact]
    public void Time_layers_and_the_assistant_do_as_told()
    {
        Assert.Equal("It is 18:30.", _commands.Run("/time set 18.5").Text);
        Assert.Equal(18.5, _hour);
        _commands.Run("/time set night");
        Assert.Equal(0, _hour);

        _commands.Run("/layer 3");
        Assert.Equal(new LayerFilter(LayerMode.Below, 3), _session.Layers);
        Assert.True(_commands.Run("/layer 10").IsTrouble);
        _commands.Run("/layer all");
        Assert.Equal(LayerFilter.All, _session.Layers);

        _session.Advance(2500);
        Assert.Equal("2 of its edits were taken back.", _commands.Run("/assistant undo 2").Text);
        _commands.Run("/assistant pause");
        Assert.True(_session.Assistant!.IsPaused);
        Assert.Equal("It acts 4 times a second.", _commands.Run("/assistant speed 4").Text);
        Assert.Equal(250, _session.Assistant.ActionMilliseconds);
    }

    [Fact]
    public void Words_are_completed_from_where_one_is()
    {
        Assert.Equal(["/time", "/tp"], _commands.Complete("/t"));
        Assert.Equal(["/time set day"], _commands.Complete("/time set d"));
        Assert.Equal(["/assistant pause", "/assistant resume", "/assistant undo", "/assistant speed", "/assistant sure", "/assistant suggest"], _commands.Complete("/assistant "));
        Assert.Equal(["/fill 1 2 3 4 5 6 stone", "/fill 1 2 3 4 5 6 stonebrick"], _commands.Complete("/fill 1 2 3 4 5 6 sto"));
        Assert.Empty(_commands.Complete("/fill 1"));
        Assert.Empty(_commands.Complete("/nothing x"));
    }
}
