using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Houses;

/// <summary>The choices of a house: a seeded generator with the words that an architect needs.</summary>
internal sealed class Dice(SeededRandom random)
{
    /// <summary>Yes, so many times out of a hundred.</summary>
    public bool Chance(int percent) => random.Next(100) < percent;

    /// <summary>A number from <paramref name="min"/> to <paramref name="max"/>, both included; min if there is none.</summary>
    public int Between(int min, int max) => max <= min ? min : random.Next(min, max + 1);

    /// <summary>One of the choices, each equally likely.</summary>
    public T Pick<T>(ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];

    /// <summary>One of the choices, each as likely as its weight says.</summary>
    public T Weigh<T>(ReadOnlySpan<(int Weight, T Choice)> choices)
    {
        var total = 0;
        foreach (var (weight, _) in choices)
        {
            total += weight;
        }

        var left = random.Next(total);
        var index = 0;
        while (left >= choices[index].Weight)
        {
            left -= choices[index++].Weight;
        }

        return choices[index].Choice;
    }

    /// <summary>Dice of their own, so that what one part of a house draws does not change another part.</summary>
    public Dice Fork() => new(random.Fork());
}
