using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using BlockAssist.Simulation.Building;

namespace BlockAssist.Simulation.Episodes;

/// <summary>The fingerprint of everything that a step can change: XXH128 over bytes that docs/formats/episode.md fixes.</summary>
/// <remarks>Finds accidents and differing rules, not forgers. Keeps its memory; belongs to one thread.</remarks>
public sealed class SiteHash
{
    private const int BytesPerBuilder = (3 + 2) * sizeof(double);
    private const int BytesOfClocks = sizeof(int) + sizeof(long) + sizeof(int);

    private readonly XxHash128 _hash = new();

    /// <summary>The fingerprint of a site as it is now.</summary>
    public UInt128 Of(BuildSite site)
    {
        ArgumentNullException.ThrowIfNull(site);
        AppendClocks(site);
        _hash.Append(MemoryMarshal.AsBytes(site.Blocks));
        _hash.Append(MemoryMarshal.AsBytes(site.LastInteracted));
        for (var builder = 0; builder < site.BuilderCount; builder++)
        {
            AppendBuilder(site, builder);
        }

        var hash = _hash.GetCurrentHashAsUInt128();
        _hash.Reset();
        return hash;
    }

    private void AppendClocks(BuildSite site)
    {
        Span<byte> clocks = stackalloc byte[BytesOfClocks];
        BinaryPrimitives.WriteInt32LittleEndian(clocks, site.Timestep);
        BinaryPrimitives.WriteInt64LittleEndian(clocks[4..], site.GlobalTimestep);
        BinaryPrimitives.WriteInt32LittleEndian(clocks[12..], site.StepsWithoutProgress);
        _hash.Append(clocks);
    }

    private void AppendBuilder(BuildSite site, int builder)
    {
        Span<byte> numbers = stackalloc byte[BytesPerBuilder];
        ref readonly var feet = ref site.LocationOf(builder);
        BinaryPrimitives.WriteDoubleLittleEndian(numbers, feet.X);
        BinaryPrimitives.WriteDoubleLittleEndian(numbers[8..], feet.Y);
        BinaryPrimitives.WriteDoubleLittleEndian(numbers[16..], feet.Z);
        BinaryPrimitives.WriteDoubleLittleEndian(numbers[24..], site.SimilarityAtStart[builder]);
        BinaryPrimitives.WriteDoubleLittleEndian(numbers[32..], site.BestPercentage[builder]);
        _hash.Append(numbers);
        foreach (var slot in site.InventoryOf(builder).Slots)
        {
            ReadOnlySpan<byte> content = [(byte)slot.Block, slot.Count];
            _hash.Append(content);
        }
    }
}
