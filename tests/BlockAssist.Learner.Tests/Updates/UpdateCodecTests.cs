using System.Buffers.Binary;
using System.IO.Hashing;
using System.Numerics.Tensors;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Updates;
using BlockAssist.Simulation.Files;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Learner.Tests.Updates;

public sealed class UpdateCodecTests : IDisposable
{
    private static readonly string Base = ContentHash.Of([1]);

    private static readonly UpdateOptions[] All =
    [
        .. from format in Enum.GetValues<UpdateFormat>()
           from compress in (bool[])[false, true]
           select new UpdateOptions(format) { Compress = compress, Kept = 0.2, BlockSize = 64 },
    ];

    private readonly UpdateCodec _codec = new();

    public void Dispose() => _codec.Dispose();

    [Fact]
    public void Single_precision_comes_back_bit_by_bit() => Gen.Float.Where(value => MathF.Abs(value) <= UpdateCodec.MaxMagnitude).Array[0, 300].Sample(
        change => Assert.Equal(
            change.Select(BitConverter.SingleToUInt32Bits),
            RoundTrip(change, new UpdateOptions(UpdateFormat.F32)).Select(BitConverter.SingleToUInt32Bits)),
        threads: 1);

    [Theory]
    [InlineData(UpdateFormat.F16, 1.0 / 2048)]
    [InlineData(UpdateFormat.I8, 1.01 * 0.5 / 127)]
    [InlineData(UpdateFormat.I4, 1.01 * 0.5 / 7)]
    public void Numbers_are_off_by_at_most_half_a_step_of_those_they_share_a_scale_with(UpdateFormat format, double share) =>
        Gen.Select(Gen.Float[-1, 1].Array[0, 700], Gen.Int[-90, 90], Gen.Int[5, 8].Select(bits => 1 << bits)).Sample(
            (values, exponent, block) =>
            {
                var change = Array.ConvertAll(values, value => MathF.ScaleB(value, exponent));
                var received = RoundTrip(change, new UpdateOptions(format) { BlockSize = block });
                var sharing = format == UpdateFormat.F16 ? change.Length : block;
                for (var start = 0; start < change.Length; start += sharing)
                {
                    var end = Math.Min(change.Length, start + sharing);
                    var largest = change[start..end].Max(MathF.Abs);
                    for (var i = start; i < end; i++)
                    {
                        Assert.InRange(received[i], change[i] - (largest * share) - 1e-30, change[i] + (largest * share) + 1e-30);
                    }
                }
            },
            threads: 1);

    [Fact]
    public void The_sparse_format_keeps_exactly_the_largest() => Gen.Select(Gen.Float[-1, 1].Array[1, 500], Gen.Double[0.001, 1]).Sample(
        (change, share) =>
        {
            var received = RoundTrip(change, new UpdateOptions(UpdateFormat.Sparse) { Kept = share, BlockSize = 32 });
            var kept = (int)Math.Ceiling(change.Length * share);
            var smallestKept = change.Select(MathF.Abs).OrderDescending().ElementAt(kept - 1);

            Assert.True(received.Count(value => value != 0) <= kept);
            for (var i = 0; i < change.Length; i++)
            {
                Assert.InRange(MathF.Abs(received[i] - change[i]), 0, MathF.Max(MathF.Abs(change[i]) <= smallestKept ? smallestKept : 0, 0.51f / 127 * 1.01f) * 1.01f);
            }
        },
        threads: 1);

    [Fact]
    public void Of_equal_numbers_the_first_are_kept()
    {
        var received = RoundTrip([.. Enumerable.Repeat(1f, 10)], new UpdateOptions(UpdateFormat.Sparse) { Kept = 0.3 });

        Assert.Equal(3, received.TakeWhile(value => value != 0).Count());
        Assert.Equal(3, received.Count(value => value != 0));
    }

    [Fact]
    public void Places_far_apart_are_kept()
    {
        var change = new float[3_000_000];
        (change[0], change[127], change[20_000], change[2_999_999]) = (1, -1, 1, -1);

        var received = RoundTrip(change, new UpdateOptions(UpdateFormat.Sparse) { Kept = 4 / 3e6 });

        Assert.Equal([0, 127, 20_000, 2_999_999], Enumerable.Range(0, received.Length).Where(i => received[i] != 0));
    }

    [Fact]
    public void An_update_says_what_it_is()
    {
        var update = _codec.Encode(new float[1000], new UpdateOptions(UpdateFormat.I4) { BlockSize = 128 }, Base);

        var header = UpdateCodec.ReadHeader(update, "update");

        Assert.Equal((UpdateFormat.I4, 128, 1000, Base, 516, true), (header.Format, header.BlockSize, header.Count, header.BaseHash, header.PayloadBytes, header.Compressed));
        Assert.True(header.StoredBytes < header.PayloadBytes);
    }

    [Fact]
    public void Zstd_is_kept_only_where_it_makes_an_update_smaller()
    {
        Assert.False(UpdateCodec.ReadHeader(_codec.Encode(SomeChange(1000, 1), new UpdateOptions(UpdateFormat.I8), Base), "noise").Compressed);
        Assert.True(UpdateCodec.ReadHeader(_codec.Encode(new float[1000], new UpdateOptions(UpdateFormat.I8), Base), "zeros").Compressed);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    [InlineData(2e30f)]
    public void A_number_that_is_none_is_neither_sent_nor_taken(float bad)
    {
        float[] change = [.. new float[100], bad];
        Assert.All(All, options => Assert.Throws<ArgumentException>(() => _codec.Encode(change, options, Base)));

        var update = _codec.Encode(new float[101], new UpdateOptions(UpdateFormat.F32) { Compress = false }, Base);
        for (var plane = 0; plane < 4; plane++)
        {
            update[UpdateHeader.Bytes + (plane * 101) + 100] = (byte)(BitConverter.SingleToUInt32Bits(bad) >> (8 * plane));
        }

        Assert.Contains("no end", Refusal(Sealed(update), 101), StringComparison.Ordinal);
    }

    [Fact]
    public void An_update_for_other_weights_is_refused()
    {
        var update = _codec.Encode(new float[10], new UpdateOptions(UpdateFormat.I8), Base);

        Assert.Contains("10 numbers", Refusal(update, 11), StringComparison.Ordinal);
        Assert.Contains(ContentHash.Of([]), Assert.Throws<ArtifactFormatException>(() => _codec.Decode(update, new float[10], ContentHash.Of([]), "x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_flipped_bit_is_noticed()
    {
        foreach (var options in All)
        {
            var good = _codec.Encode(SomeChange(40, 3), options, Base);
            for (var bit = 0; bit < good.Length * 8; bit++)
            {
                var bad = (byte[])good.Clone();
                bad[bit / 8] ^= (byte)(1 << (bit % 8));

                var error = Record.Exception(() => _codec.Decode(bad, new float[40], Base, "flipped"));
                Assert.True(error is ArtifactFormatException or NewerVersionException, $"bit {bit}: {error}");
            }
        }
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_unpacked()
    {
        using var compressor = new ZstdSharp.Compressor();
        var packed = compressor.Wrap(new byte[64 << 20]).ToArray();
        var small = _codec.Encode(new float[100], new UpdateOptions(UpdateFormat.F32), Base);
        byte[] honest = [.. small[..UpdateHeader.Bytes], .. packed, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32LittleEndian(honest.AsSpan(16), packed.Length);
        var boasting = (byte[])honest.Clone();
        BinaryPrimitives.WriteInt32LittleEndian(boasting.AsSpan(12), 64 << 20);
        using var fresh = new UpdateCodec();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Contains("another length", Refusal(Sealed(honest), 100, fresh), StringComparison.Ordinal);
        Assert.Contains("at most 400", Refusal(Sealed(boasting), 100, fresh), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void Damaged_updates_with_good_checksums_end_in_a_report_and_in_nothing_worse()
    {
        byte[][] corpus = [.. All.Select(options => _codec.Encode(SomeChange(150, 5), options, Base))];
        var change = new float[150];
        var before = GC.GetAllocatedBytesForCurrentThread();

        var count = FuzzRun.Over(corpus, 1500, damaged =>
        {
            try
            {
                _codec.Decode(damaged.Length < 8 ? damaged : Sealed(damaged), change, Base, "damaged");
                Assert.True(float.IsFinite(TensorPrimitives.MaxMagnitude<float>(change)));
            }
            catch (Exception error) when (error is ArtifactFormatException or NewerVersionException)
            {
                Assert.DoesNotContain('\n', error.Message);
            }
        });

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / count, 0, 64 << 10);
    }

    [Fact]
    public void Once_warm_only_the_result_is_set_aside()
    {
        var change = SomeChange(10_000, 7);
        foreach (var options in All)
        {
            var update = _codec.Encode(change, options, Base);
            _codec.Decode(update, change, Base, "warm");
            var before = GC.GetAllocatedBytesForCurrentThread();
            _codec.Encode(change, options, Base);
            _codec.Decode(update, change, Base, "warm");

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, update.Length + 2000);
        }
    }

    [Fact]
    public void Options_that_mean_nothing_are_refused()
    {
        UpdateOptions[] wrong = [new(UpdateFormat.I8) { BlockSize = 100 }, new(UpdateFormat.I8) { BlockSize = 2048 }, new(UpdateFormat.Sparse) { Kept = 0 }, new(UpdateFormat.Sparse) { Kept = double.NaN }];

        Assert.All(wrong, options => Assert.Throws<ArgumentException>(() => _codec.Encode([], options, Base)));
        Assert.Throws<ArgumentException>(() => _codec.Encode([], new UpdateOptions(UpdateFormat.F32), "base"));
    }

    internal static float[] SomeChange(int count, ulong seed)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() - 0.5) * 1e-3f)];
    }

    private static byte[] Sealed(byte[] update)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(update.AsSpan(update.Length - 4), Crc32.HashToUInt32(update.AsSpan(0, update.Length - 4)));
        return update;
    }

    private string Refusal(byte[] update, int count, UpdateCodec? codec = null) =>
        Assert.Throws<ArtifactFormatException>(() => (codec ?? _codec).Decode(update, new float[count], Base, "update")).Message;

    private float[] RoundTrip(float[] change, UpdateOptions options)
    {
        var received = new float[change.Length];
        _codec.Decode(_codec.Encode(change, options, Base), received, Base, "update");
        return received;
    }
}
