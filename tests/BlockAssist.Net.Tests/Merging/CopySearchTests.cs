using BlockAssist.Net.Merging;
using CsCheck;

namespace BlockAssist.Net.Tests.Merging;

public sealed class CopySearchTests
{
    private const int Length = 3000;
    private const double Cosine = 0.98;

    // From noise of 0.2 of an update's length on, its cosine with the update is below the limit.
    [Fact]
    public void It_finds_just_the_copies_that_comparing_every_weight_finds_whatever_the_updates_are_like() =>
        Gen.Select(Gen.ULong, Gen.OneOf(Gen.Int[1, 8], Gen.Int[1, Length]), Gen.Double[0, 0.4], Gen.Double[0.5, 2]).Sample((seed, changed, noise, times) =>
        {
            var originals = Enumerable.Range(0, 4).Select(peer => Update(seed + (ulong)peer, changed)).ToList();
            var others = originals.Select((original, peer) => Noisy(original, Update(seed + 100 + (ulong)peer, changed), noise, times));
            ReadOnlyMemory<float>[] updates = [.. originals.Concat(others)];

            Assert.Equal(NaiveScreen.CopiesAmong(updates, Cosine), CopiesAmong(updates));
        });

    // Two weights of the same size that fall into one bucket with different signs leave an image of nothing.
    [Fact]
    public void Of_two_weights_that_may_cancel_each_other_out_in_the_image_copies_are_found_too()
    {
        for (var other = 1; other < Length; other++)
        {
            var update = new float[Length];
            update[0] = update[other] = 1;
            Assert.Equal([false, true], CopiesAmong([update, update]));
        }
    }

    [Fact]
    public void Of_many_that_are_alike_but_no_copies_none_is_taken_for_one()
    {
        var truth = Update(1, Length);
        ReadOnlyMemory<float>[] updates = [.. Enumerable.Range(2, 40).Select(peer => (ReadOnlyMemory<float>)Noisy(truth, Update((ulong)peer, Length), 0.3, 1))];

        Assert.DoesNotContain(true, CopiesAmong(updates));
    }

    private static bool[] CopiesAmong(ReadOnlyMemory<float>[] updates)
    {
        var search = new CopySearch(updates[0].Length, Cosine);
        return [.. updates.Select(update => search.IsCopy(update, FixedSums.Norm(update.Span)))];
    }

    private static float[] Update(ulong seed, int changed) => [.. SomeUpdates.Truth(changed, seed), .. new float[Length - changed]];

    private static float[] Noisy(float[] update, float[] noise, double size, double times) =>
        [.. update.Zip(noise, (number, off) => (float)(times * (number + (size * off))))];
}
