using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Voxels;

public sealed class SeededRandomTests
{
    [Fact]
    public void The_generator_gives_the_published_numbers_of_xoshiro256_starstar()
    {
        var random = new SeededRandom(1, 2, 3, 4);

        ulong[] drawn = [.. Enumerable.Range(0, 10).Select(_ => random.NextUInt64())];

        Assert.Equal(
            [
                11520, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600,
                16172922978634559625, 8476171486693032832, 10595114339597558777, 2904607092377533576,
            ],
            drawn);
    }

    [Fact]
    public void The_seeder_gives_the_published_numbers_of_SplitMix64()
    {
        var state = 1234567UL;

        ulong[] drawn = [.. Enumerable.Range(0, 5).Select(_ => SeededRandom.SplitMix64(ref state))];

        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            drawn);
    }

    [Fact]
    public void One_seed_gives_one_sequence_and_another_seed_another() =>
        Gen.ULong.Sample(seed =>
        {
            var (first, same, other) = (new SeededRandom(seed), new SeededRandom(seed), new SeededRandom(seed + 1));

            var drawn = first.NextUInt64();

            Assert.Equal(drawn, same.NextUInt64());
            Assert.NotEqual(drawn, other.NextUInt64());
        });

    [Fact]
    public void Bounded_numbers_stay_in_their_bounds() =>
        Gen.Select(Gen.ULong, Gen.Int[1, int.MaxValue]).Sample((seed, max) =>
        {
            var random = new SeededRandom(seed);

            Assert.InRange(random.Next(max), 0, max - 1);
            Assert.InRange(random.Next(-5, max - 5), -5, max - 6);
            Assert.InRange(random.NextDouble(), 0, 1 - double.Epsilon);
        });

    [Fact]
    public void Bounded_numbers_are_even()
    {
        var random = new SeededRandom(7);
        var counts = new int[6];

        for (var draw = 0; draw < 60_000; draw++)
        {
            counts[random.Next(6)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_600, 10_400));
    }

    [Fact]
    public void Shuffling_keeps_the_items_and_depends_on_the_seed_alone() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 50].Array[0, 30]).Sample((seed, items) =>
        {
            int[] first = [.. items];
            int[] second = [.. items];

            new SeededRandom(seed).Shuffle(first.AsSpan());
            new SeededRandom(seed).Shuffle(second.AsSpan());

            Assert.Equal(first, second);
            Assert.Equal(items.Order(), first.Order());
        });

    [Fact]
    public void What_a_fork_draws_does_not_touch_its_parent()
    {
        var (quiet, busy) = (new SeededRandom(3), new SeededRandom(3));
        var untouched = quiet.Fork();
        var drained = busy.Fork();

        for (var draw = 0; draw < 100; draw++)
        {
            Assert.Equal(untouched.NextUInt64(), drained.NextUInt64());
        }

        Assert.Equal(quiet.NextUInt64(), busy.NextUInt64());
        Assert.NotEqual(quiet.NextUInt64(), untouched.NextUInt64());
    }

    [Fact]
    public void A_bound_of_zero_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SeededRandom(1).Next(0));
}
