using System.Buffers.Binary;
using System.IO.Hashing;

namespace BlockAssist.Simulation.Episodes.Screening;

/// <summary>What somebody built and in which order, as some numbers: plays of which one was made of the other have most of them in common.</summary>
/// <remarks>
/// MinHash (Broder 1997, "On the resemblance and containment of documents") of runs of edits, each edit by its kind, its block, and how far it is
/// from the one before. Times, steps between edits, the place of the house and how it is turned or mirrored do not matter, so a copy that was slowed
/// down, cut, moved or turned is still found. The share of numbers that two prints have in common is about the share of runs that two plays have.
/// </remarks>
public sealed class PlayPrint : IEquatable<PlayPrint>
{
    /// <summary>How many numbers a print has.</summary>
    public const int Numbers = 64;

    /// <summary>From which likeness on one play was made of another. Of recorded people's plays, also of one house by one person, the most alike have 0.27 in common.</summary>
    public const double Copy = 0.4;

    /// <summary>How many bytes it has.</summary>
    public const int Bytes = Numbers * sizeof(ushort);

    private const int Run = 4;
    private const int FewestRuns = 16;

    private readonly ushort[] _numbers;

    private PlayPrint(ushort[] numbers) => _numbers = numbers;

    /// <summary>The print of a play; null if too little was built to tell it from others.</summary>
    /// <param name="edits">Its edits, in order.</param>
    public static PlayPrint? Of(IReadOnlyList<PlayEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(edits);
        var runs = new HashSet<ulong>();
        Span<byte> run = stackalloc byte[Run * PlayEdit.Bytes];
        for (var last = Run; last < edits.Count; last++)
        {
            for (var i = 0; i < Run; i++)
            {
                edits[last - Run + 1 + i].Write(edits[last - Run + i], run[(i * PlayEdit.Bytes)..]);
            }

            runs.Add(XxHash3.HashToUInt64(run));
        }

        return runs.Count < FewestRuns ? null : new PlayPrint(Least(runs));
    }

    /// <summary>A print from its bytes.</summary>
    /// <exception cref="ArgumentException">It has another length.</exception>
    public static PlayPrint FromBytes(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Bytes, nameof(bytes));
        var numbers = new ushort[Numbers];
        for (var i = 0; i < Numbers; i++)
        {
            numbers[i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(i * sizeof(ushort))..]);
        }

        return new PlayPrint(numbers);
    }

    /// <summary>Its bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Bytes];
        for (var i = 0; i < Numbers; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(i * sizeof(ushort)), _numbers[i]);
        }

        return bytes;
    }

    /// <summary>What share of it another one has, 0 to 1.</summary>
    public double Likeness(PlayPrint other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _numbers.Zip(other._numbers).Count(pair => pair.First == pair.Second) / (double)Numbers;
    }

    /// <inheritdoc/>
    public bool Equals(PlayPrint? other) => other is not null && _numbers.AsSpan().SequenceEqual(other._numbers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PlayPrint);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_numbers[0], _numbers[1], _numbers[2], _numbers[3]);

    // Of each of so many orders of all runs the first, or what 16 bits tell of it.
    private static ushort[] Least(HashSet<ulong> runs)
    {
        var least = new ulong[Numbers];
        Array.Fill(least, ulong.MaxValue);
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        foreach (var run in runs)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, run);
            for (var order = 0; order < Numbers; order++)
            {
                least[order] = Math.Min(least[order], XxHash3.HashToUInt64(bytes, order + 1));
            }
        }

        return Array.ConvertAll(least, number => (ushort)number);
    }
}
