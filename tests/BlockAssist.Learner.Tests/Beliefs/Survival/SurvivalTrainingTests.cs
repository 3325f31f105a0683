using BlockAssist.Learner.Beliefs.Survival;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Tests.Beliefs.Survival;

[Collection(TrainingTests.Name)]
public sealed class SurvivalTrainingTests
{
    [Fact]
    public void A_judge_that_has_learnt_nothing_says_what_the_belief_says()
    {
        var facts = Facts(odds: 1.2f, isBreak: false);

        Assert.Equal(1 / (1 + MathF.Exp(-1.2f)), new SurvivalJudge(new float[SurvivalJudge.WeightCount]).Of(facts), 5);
    }

    [Fact]
    public void It_learns_what_does_not_last_and_foresees_that_of_episodes_that_it_never_saw()
    {
        var fit = Fit(50)!;

        Assert.True(fit.After < fit.Before - 0.1, $"{fit.Before} → {fit.After}");
        Assert.True(fit.Judge.Of(Facts(2, isBreak: true)) < 0.3);
        Assert.True(fit.Judge.Of(Facts(2, isBreak: false)) > 0.7);
        Assert.Equal((400, 100), (fit.Examples, fit.Apart));
    }

    [Fact]
    public void Who_has_learnt_foresees_better_in_nats_an_edit()
    {
        var (before, after) = (new SurvivalJudge(new float[SurvivalJudge.WeightCount]), Fit(50)!.Judge);
        var unseen = Fates(1000);

        Assert.True(unseen.Average(after.NatsOf) < unseen.Average(before.NatsOf) - 0.1);
        Assert.Equal(Math.Log(2), before.NatsOf(new SurvivalExample(new float[SurvivalJudge.Facts], 0.3f)), 5);
        Assert.InRange(after.NatsOf(new SurvivalExample([.. Enumerable.Repeat(1e6f, SurvivalJudge.Facts)], 0)), 0, 14);
    }

    [Fact]
    public void The_same_fates_give_the_same_judge() => Assert.Equal(Fit(20)!.Judge.ToBytes(), Fit(20)!.Judge.ToBytes());

    [Fact]
    public void What_it_began_with_stays_where_nothing_better_is_found()
    {
        var good = Fit(50)!.Judge;

        var again = SurvivalTraining.Fit([.. Enumerable.Range(0, 10).Select(_ => Fates(0))], good, new SurvivalRecipe { Steps = 1, Rate = 1e-9 }, TestContext.Current.CancellationToken)!;

        Assert.Equal(again.Before, again.After);
        Assert.Equal(good.ToBytes(), again.Judge.ToBytes());
    }

    [Fact]
    public void Of_few_episodes_nothing_is_learnt() => Assert.Null(Fit(4));

    [Fact]
    public void A_judge_goes_into_bytes_and_back_and_others_are_refused()
    {
        var judge = Fit(10)!.Judge;
        var bytes = judge.ToBytes();

        Assert.Equal(judge.Of(Facts(1, true)), SurvivalJudge.FromBytes(bytes, "some").Of(Facts(1, true)));
        Assert.Throws<ArtifactFormatException>(() => SurvivalJudge.FromBytes(bytes.AsSpan(1), "some"));
        BitConverter.GetBytes(float.NaN).CopyTo(bytes, 40);
        Assert.Throws<ArtifactFormatException>(() => SurvivalJudge.FromBytes(bytes, "some"));
    }

    private static SurvivalFit? Fit(int episodes) =>
        SurvivalTraining.Fit([.. Enumerable.Range(0, episodes).Select(number => Fates((ulong)number))], null, new SurvivalRecipe(), TestContext.Current.CancellationToken);

    // The model is as sure of what it breaks as of what it places; only the latter lasts, but for one in ten.
    private static IReadOnlyList<SurvivalExample> Fates(ulong episode)
    {
        var random = new SeededRandom(episode);
        return [.. Enumerable.Range(0, 10).Select(number => new SurvivalExample(
            Facts((float)(1 + random.NextDouble()), isBreak: number % 2 == 0),
            (number % 2 == 0) ^ (random.Next(10) == 0) ? 0 : 1))];
    }

    private static float[] Facts(float odds, bool isBreak)
    {
        var facts = new float[SurvivalJudge.Facts];
        (facts[(int)EditFact.Odds], facts[(int)EditFact.IsBreak]) = (odds / 4, isBreak ? 1 : 0);
        return facts;
    }
}
