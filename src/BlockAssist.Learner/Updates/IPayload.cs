namespace BlockAssist.Learner.Updates;

/// <summary>The numbers of a row as bytes, in one format.</summary>
internal interface IPayload
{
    /// <summary>The most bytes that a row can take.</summary>
    int MaxBytes(int count, int blockSize);

    /// <summary>Writes a row of finite numbers.</summary>
    /// <returns>How many bytes were written.</returns>
    int Write(ReadOnlySpan<float> row, UpdateOptions options, Span<byte> to);

    /// <summary>Reads a row; that its numbers are finite is checked by the caller.</summary>
    /// <returns>What is wrong; null if nothing is.</returns>
    string? Read(ReadOnlySpan<byte> from, int blockSize, Span<float> row);
}
