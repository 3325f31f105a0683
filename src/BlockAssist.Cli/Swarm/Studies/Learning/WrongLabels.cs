using BlockAssist.Learner.Data;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Views;

namespace BlockAssist.Cli.Swarm.Studies.Learning;

/// <summary>Lessons in which people do something else than they did: the next kind of action that is possible, and the next block at hand.</summary>
/// <param name="lessons">The true ones.</param>
internal sealed class WrongLabels(HumanLessons lessons) : ILessons
{
    /// <inheritdoc/>
    public int Turns => lessons.Turns;

    /// <inheritdoc/>
    public string Hash() => lessons.Hash();

    /// <inheritdoc/>
    public ILesson Prepare(int number, TrainingOptions options)
    {
        var lesson = (HumanLesson)lessons.Prepare(number, options);
        var minibatch = lesson.Minibatch;
        for (var turn = 0; turn < minibatch.Turns.Length; turn++)
        {
            minibatch.Turns[turn] = Wrong(minibatch.Turns[turn], minibatch.Views[turn]);
        }

        return lesson;
    }

    private static Turn Wrong(Turn done, View view)
    {
        var type = Next(view.Types, done.Type);
        var cells = type == 1 ? view.Place : type == 2 ? view.Break : default;
        return done with
        {
            Type = (byte)type,
            Cell = (short)(cells.IsEmpty ? 0 : Next(cells, done.Cell)),
            Block = (byte)(type == 1 ? Next(view.Offered, done.Block) : 0),
        };
    }

    // The next that the mask allows; the same one if it is the only one.
    private static int Next(ReadOnlySpan<byte> mask, int from)
    {
        for (var further = 1; further <= mask.Length; further++)
        {
            var one = (from + further) % mask.Length;
            if (mask[one] != 0)
            {
                return one;
            }
        }

        return from;
    }
}
