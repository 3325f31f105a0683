using System.Globalization;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Evaluation;
using BlockAssist.Learner.Tests.Data;
using BlockAssist.Learner.Views;

namespace BlockAssist.Learner.Tests.Evaluation;

/// <summary>The figures that others have for people who were recorded (FORMAT.md of the recordings), from our own replay and masks.</summary>
public sealed class BaselineTests(RecordedPeople people, ITestOutputHelper output) : IClassFixture<RecordedPeople>
{
    private static readonly string[] Participants = ["3", "4", "7", "9"];

    [Theory]
    [InlineData("alone", 7166, 19, 5.78, 2706, 2848)]
    [InlineData("with_assistant", 7332, 242, 5.72, 2067, 2874)]
    public void Simple_models_do_as_well_as_others_have_found(string split, int turns, int mostMasked, double nats, int mostNoops, int mostRepeats)
    {
        // The figures are of five people, of whom one may be absent here.
        var set = people.Of(split).Where(one => Participants.Contains(one.Participant));

        var (uniform, noop, repeat) = (Score(Baselines.Uniform, set), Score(Baselines.Noop, set), Score(Baselines.Repeat, set));

        Assert.Equal((turns, turns), (set.Turns, uniform.All.Turns + uniform.Masked));
        Assert.InRange(uniform.Masked, 1, mostMasked);
        Assert.InRange(uniform.All.CrossEntropy, nats - 0.05, nats + 0.05);
        Assert.InRange(noop.All.Accuracy * noop.All.Turns, mostNoops * 0.8, mostNoops);
        Assert.InRange(repeat.All.Accuracy * repeat.All.Turns, mostRepeats * 0.75, mostRepeats);
        Assert.Equal(0, noop.Acting.Accuracy);
        Assert.Equal(uniform.All.Turns - uniform.Acting.Turns, Math.Round(noop.All.Accuracy * noop.All.Turns));
        Print(split, ("uniform", uniform), ("noop", noop), ("repeat", repeat));
    }

    [Theory]
    [InlineData("3", 2.31, 0.318)]
    [InlineData("4", 1.46, 0.643)]
    [InlineData("7", 2.35, 0.304)]
    [InlineData("9", 2.54, 0.268)]
    public void The_counted_model_foresees_a_person_it_has_not_seen(string participant, double nats, double accuracy)
    {
        var set = people.Of("alone");
        var model = CountedModel.Of(set.Where(one => one.Participant != participant));

        var report = Score(model, set.Where(one => one.Participant == participant));

        Print(participant, ("counted", report));
        Assert.InRange(report.All.CrossEntropy, nats - 0.5, nats + 0.1);
        Assert.InRange(report.All.Accuracy, accuracy - 0.02, accuracy + 0.15);
    }

    [Fact]
    public void The_counted_model_gives_all_allowed_actions_a_probability_and_no_more_than_one_in_all()
    {
        using var play = new RecordedScript();
        var set = play.Demonstrations(1, 30, new(7, 8, 6));
        var model = CountedModel.Of(set);
        var (views, turns) = MinibatchTests.ReadAll(set.Demonstrations[0], Symmetry.Identity);

        for (var turn = 0; turn < turns.Length; turn += 5)
        {
            var logs = Allowed(views, turn).Select(action => ScoreAfter(model, views, turns, turn, action)).ToArray();

            Assert.Equal(views.AllowedCount(turn), logs.Length);
            Assert.All(logs, log => Assert.True(double.IsFinite(log)));
            Assert.InRange(logs.Sum(Math.Exp), 0.9, 1.000001);
        }
    }

    /// <summary>Every action that the masks of a turn allow.</summary>
    internal static IEnumerable<Turn> Allowed(ViewBatch views, int turn)
    {
        var moves = Enumerable.Range(0, ViewShape.Types).Where(type => type is 0 or > 2 && Has(views.Types, ViewShape.Types, type)).Select(type => new Turn((byte)type, 0, 0, 1, false));
        var cells = Enumerable.Range(0, ViewShape.Cells).ToArray();
        var places = from cell in cells
                     where Has(views.Place, ViewShape.Cells, cell)
                     from block in Enumerable.Range(0, ViewShape.Blocks)
                     where Has(views.Offered, ViewShape.Blocks, block)
                     select new Turn(1, (short)cell, (byte)block, 1, false);
        var breaks = cells.Where(cell => Has(views.Break, ViewShape.Cells, cell)).Select(cell => new Turn(2, (short)cell, 0, 1, false));
        return [.. moves, .. places, .. breaks];

        bool Has(byte[] mask, int length, int index) => mask[(turn * length) + index] != 0;
    }

    private static double ScoreAfter(CountedModel model, ViewBatch views, Turn[] turns, int turn, Turn action)
    {
        model.Reset();
        var scores = new TurnScore[turn + 1];
        model.Score(views, [.. turns[..turn], action], scores);
        return scores[turn].LogProbability;
    }

    private static ImitationReport Score(ITurnModel model, DemonstrationSet set) => ImitationEvaluation.Of(model, set, TestContext.Current.CancellationToken);

    private void Print(string who, params (string Model, ImitationReport Report)[] rows)
    {
        foreach (var (model, report) in rows)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{who} {model}: {report.All.CrossEntropy:F3} nats {report.All.Accuracy:P1} of {report.All.Turns}; acting {report.Acting.CrossEntropy:F3} {report.Acting.Accuracy:P1}; masked {report.Masked}"));
        }
    }
}
