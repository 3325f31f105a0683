using BlockAssist.Learner.Data;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes.Screening;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Houses;

namespace BlockAssist.Learner.Tests.Data.Screening;

public sealed class PlayedPartTests(RecordedPeople people, ITestOutputHelper output) : IClassFixture<RecordedPeople>
{
    private static readonly string[] Splits = ["alone", "with_assistant", "tutorial"];

    [Fact]
    public void People_are_no_machines_and_do_not_copy_each_other()
    {
        PlayedPart[] parts = [.. Splits.SelectMany(split => people.Of(split).Demonstrations).Select(one => one.Path).Distinct().SelectMany(PlayedPart.In)];
        PlayPrint[] prints = [.. parts.Select(part => part.Print).OfType<PlayPrint>()];
        var most = (from one in Enumerable.Range(0, prints.Length) from other in Enumerable.Range(0, one) select prints[one].Likeness(prints[other])).Max();

        output.WriteLine($"{parts.Length} parts, the most alike have {most:F2} in common");
        Assert.Equal(parts.Length, prints.Length);
        Assert.All(parts, part => Assert.True(part is { Complaint: null, Built: > 30 }, part.ToString()));
        Assert.InRange(most, 0, PlayPrint.Copy - 0.1);
    }

    [Fact]
    public void Who_is_made_to_be_like_a_person_is_taken_for_one_and_what_it_built_is_counted()
    {
        using var folder = new TemporaryFolder();

        var part = Assert.Single(PlayedPart.In(new ScriptedPlay(7).Record(folder.Path, 1, cancellation: TestContext.Current.CancellationToken)[0]));

        Assert.True(part is { Complaint: null, Print: not null, Built: > 50 }, part.ToString());
    }

    [Fact]
    public void A_script_that_acts_whenever_it_may_is_a_machine()
    {
        using var script = new RecordedScript();

        var options = new SiteOptions();
        var goal = GoalPlacement.Place(HouseGenerator.Generate(GoalPlacement.RoomFor(options.Size, options.InfiniteBlocks), 3), options.Size, options.InfiniteBlocks);
        var part = Assert.Single(PlayedPart.In(script.Record("house", goal, 1000)));

        Assert.Contains("never rests", part.Complaint, StringComparison.Ordinal);
        Assert.True(part is { Built: > 50, Print: not null }, part.ToString());
    }
}
