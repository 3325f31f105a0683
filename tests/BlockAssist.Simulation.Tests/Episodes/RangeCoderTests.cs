using BlockAssist.Simulation.Episodes.Coding;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Episodes;

public sealed class RangeCoderTests
{
    private static readonly Gen<(int Context, int Value)> GenByte = Gen.OneOf(
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 255]), Gen.Select(Gen.Const(1), Gen.Const(0)), Gen.Select(Gen.Const(2), Gen.Const(255)));

    [Fact]
    public void Bytes_come_back_as_they_were() => Gen.Select(GenByte.Array[0, 300].Array[1, 5], Gen.Bool).Sample(
        (runs, coded) =>
        {
            var encoder = new RangeEncoder(3, coded);
            var decoder = new RangeDecoder(3);
            foreach (var run in runs)
            {
                foreach (var (context, value) in run)
                {
                    encoder.Byte(context, value);
                }

                var code = encoder.Finish().ToArray();
                decoder.Begin(code, .., coded);

                Assert.All(run, item => Assert.Equal(item.Value, decoder.Byte(item.Context)));
                Assert.True(decoder.IsAtEnd);
            }
        },
        iter: 300);

    [Fact]
    public void Numbers_come_back_as_they_were() => Gen.Select(Gen.Long, Gen.ULong, Gen.Int[-70, 70], Gen.Bool).Sample(
        (signed, unsigned, small, coded) =>
        {
            var encoder = new RangeEncoder(3, coded);
            encoder.Int(0, signed);
            encoder.UInt(0, unsigned);
            encoder.Int(0, small);
            encoder.Bits64(0, unsigned);
            var decoder = new RangeDecoder(3);
            decoder.Begin(encoder.Finish().ToArray(), .., coded);

            Assert.Equal(signed, decoder.Int(0));
            Assert.Equal(unsigned, decoder.UInt(0));
            Assert.Equal(small, decoder.Int(0));
            Assert.Equal(unsigned, decoder.Bits64(0));
        });

    [Fact]
    public void What_comes_again_and_again_costs_next_to_nothing()
    {
        var encoder = new RangeEncoder(1, coded: true);

        for (var count = 0; count < 10_000; count++)
        {
            encoder.Byte(0, 42);
        }

        Assert.InRange(encoder.Finish().Length, 1, 80);
    }

    [Fact]
    public void A_code_that_ends_too_early_is_refused()
    {
        var decoder = new RangeDecoder(1);
        decoder.Begin([1, 2, 3], .., coded: true);

        Assert.Throws<InvalidDataException>(() =>
        {
            for (var count = 0; count < 100; count++)
            {
                decoder.Byte(0);
            }
        });
    }
}
