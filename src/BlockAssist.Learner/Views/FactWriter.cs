using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Views;

/// <summary>Writes numbers one after the other.</summary>
internal ref struct FactWriter(Span<float> facts)
{
    private readonly Span<float> _facts = facts;

    /// <summary>How many were written.</summary>
    public int Written { get; private set; }

    /// <summary>Writes one.</summary>
    public void Add(double fact) => _facts[Written++] = (float)fact;

    /// <summary>Writes one: 1 for yes.</summary>
    public void Add(bool fact) => _facts[Written++] = fact ? 1 : 0;

    /// <summary>Writes a vector, scaled and kept within ±1.</summary>
    public void Add(BlockPos vector, double scale)
    {
        Add(Math.Clamp(vector.X * scale, -1, 1));
        Add(Math.Clamp(vector.Y * scale, -1, 1));
        Add(Math.Clamp(vector.Z * scale, -1, 1));
    }

    /// <summary>Writes which of several it is; none of them for a number out of range.</summary>
    public void AddChoice(int choice, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Add(i == choice);
        }
    }
}
