using BlockAssist.Net.Gates;
using BlockAssist.Net.Merging.Bench;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Net.Tests.Gates;

public sealed class SequentialTestTests
{
    private const int Trials = 1000;
    private const double Spread = 0.15;

    private static readonly SequentialOptions Options = new();

    // Of 1,000 trials at 5 % there are 50, give or take 7; three times that is allowed, and what an unknown spread costs at the start.
    [Theory]
    [InlineData(0, 0, 0.07)]
    [InlineData(-0.02, 0, 0.005)]
    [InlineData(0.02, 0.7, 1)]
    [InlineData(0.04, 0.99, 1)]
    public void Equal_ones_are_rarely_promoted_worse_ones_hardly_ever_and_better_ones_mostly(double better, double least, double most)
    {
        var normal = new NormalNumbers(5);
        var promoted = Enumerable.Range(0, Trials).Count(_ => Decide(() => better + (Spread * normal.Next())).Verdict == GateVerdict.Better);

        Assert.InRange((double)promoted / Trials, least, most);
    }

    // As building is: most pairs end alike, few make all the difference.
    [Fact]
    public void Differences_that_are_mostly_nothing_do_not_deceive_it()
    {
        var random = new SeededRandom(6);
        var promoted = Enumerable.Range(0, Trials).Count(_ => Decide(() => random.NextDouble() < 0.9 ? 0 : random.NextDouble() < 0.5 ? 0.5 : -0.5).Verdict == GateVerdict.Better);

        Assert.InRange((double)promoted / Trials, 0, 0.07);
    }

    [Fact]
    public void What_is_plain_is_decided_early_and_what_is_not_by_the_last_pair()
    {
        var normal = new NormalNumbers(7);
        var (plain, close) = (Decide(() => 0.1 + (0.05 * normal.Next())), Decide(() => 0.01 + (2 * normal.Next())));

        Assert.Equal((GateVerdict.Better, Options.FewestPairs), (plain.Verdict, plain.Pairs));
        Assert.Equal((GateVerdict.NotBetter, Options.MostPairs), (close.Verdict, close.Pairs));
    }

    [Fact]
    public void Nothing_is_decided_by_few_pairs_however_plain_they_are()
    {
        var test = new SequentialTest(Options);

        for (var pair = 1; pair < Options.FewestPairs; pair++)
        {
            Assert.Equal(GateVerdict.Undecided, test.Add(1));
        }

        Assert.Equal(GateVerdict.Better, test.Add(1));
    }

    [Fact]
    public void After_the_verdict_nothing_changes_it()
    {
        var test = Decide(() => 1);
        var (verdict, pairs) = (test.Verdict, test.Pairs);

        for (var pair = 0; pair < 1000; pair++)
        {
            test.Add(-1);
        }

        Assert.Equal((verdict, pairs, pairs), (test.Verdict, test.Pairs, test.Curve.Count));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_number_is_refused(double number) => Assert.Throws<ArgumentOutOfRangeException>(() => new SequentialTest(Options).Add(number));

    private static SequentialTest Decide(Func<double> play)
    {
        var test = new SequentialTest(Options);
        while (test.Add(play()) == GateVerdict.Undecided)
        {
        }

        return test;
    }
}
