using BlockAssist.Learner.Updates;
using CsCheck;

namespace BlockAssist.Learner.Tests.Updates;

public sealed class BlockCodesTests
{
    [Fact]
    public void Many_at_a_time_is_as_one_by_one() => Gen.Float[-100, 100].Array[0, 300].Sample(values =>
    {
        var codes = new sbyte[values.Length];
        var back = new float[values.Length];
        BlockCodes.Round(values, 1.25f, codes);
        BlockCodes.Multiply(codes, 0.8f, back);

        Assert.Equal(values.Select(value => (sbyte)MathF.Round(value * 1.25f)), codes);
        Assert.Equal(codes.Select(code => code * 0.8f), back);
    });

    [Fact]
    public void Halves_of_bytes_come_back() => Gen.SByte[-8, 7].Array[0, 500].Sample(codes =>
    {
        var packed = new byte[Nibbles.Bytes(codes.Length)];
        var back = new sbyte[codes.Length];
        Nibbles.Pack(codes, packed);
        Nibbles.Unpack(packed, back);

        Assert.Equal(codes, back);
        Assert.All(codes.Select((code, i) => (code, i)), pair => Assert.Equal(pair.code & 15, (packed[pair.i / 2] >> (4 * (pair.i % 2))) & 15));
    });

    [Fact]
    public void Counting_finds_what_sorting_finds() => Gen.Select(Gen.Float.Where(float.IsFinite).Array[1, 200], Gen.Int[1, 200]).Sample((row, wanted) =>
    {
        var kept = Math.Min(wanted, row.Length);
        var (threshold, ties) = new LargestNumbers().Find(row, kept);
        var magnitudes = row.Select(Magnitude.Bits).OrderDescending().ToList();

        Assert.Equal(magnitudes[kept - 1], threshold);
        Assert.Equal(kept - magnitudes.Count(magnitude => magnitude > threshold), ties);
    });

    [Fact]
    public void The_largest_magnitude_is_not_finite_if_any_number_is_not() => Gen.Float.Array[0, 100].Sample(row =>
    {
        var largest = Magnitude.Largest(row);

        Assert.Equal(row.All(float.IsFinite), float.IsFinite(largest));
        Assert.Equal(row.Select(Magnitude.Bits).Append(0u).Max(), Magnitude.Bits(largest));
    });
}
