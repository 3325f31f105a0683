namespace BlockAssist.Learner.Onnx;

/// <summary>Numbers rounded to 8 bits, with one scale for each index of one axis.</summary>
/// <param name="Values">From −127 to 127.</param>
/// <param name="Scales">What a step of 1 is worth in each channel.</param>
internal sealed record ChannelScales(sbyte[] Values, float[] Scales)
{
    /// <summary>Rounds numbers so that the largest of each channel becomes ±127.</summary>
    public static ChannelScales Of(ReadOnlySpan<float> numbers, ReadOnlySpan<int> shape, int axis)
    {
        var inner = 1;
        foreach (var length in shape[(axis + 1)..])
        {
            inner *= length;
        }

        var scales = Largest(numbers, shape[axis], inner);
        for (var channel = 0; channel < scales.Length; channel++)
        {
            scales[channel] = scales[channel] > 0 ? scales[channel] / sbyte.MaxValue : 1;
        }

        var values = new sbyte[numbers.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (sbyte)MathF.Round(numbers[i] / scales[i / inner % scales.Length]);
        }

        return new ChannelScales(values, scales);
    }

    private static float[] Largest(ReadOnlySpan<float> numbers, int channels, int inner)
    {
        var largest = new float[channels];
        for (var i = 0; i < numbers.Length; i++)
        {
            ref var channel = ref largest[i / inner % channels];
            channel = MathF.Max(channel, MathF.Abs(numbers[i]));
        }

        return largest;
    }
}
