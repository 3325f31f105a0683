using System.Collections.Concurrent;

namespace BlockAssist.Game.Shelves;

/// <summary>Does slow work in order on a thread of its own; what comes of it is taken between two frames.</summary>
/// <remarks>Ask and take from one thread. The work must not throw: what can go wrong is part of its result.</remarks>
/// <typeparam name="TOrder">What is asked for.</typeparam>
/// <typeparam name="TResult">What comes of it.</typeparam>
internal sealed class BackgroundWork<TOrder, TResult>
{
    private readonly Func<TOrder, TResult> _work;
    private readonly object _gate = new();
    private readonly Queue<TOrder> _orders = new();
    private readonly ConcurrentQueue<TResult> _done = new();
    private bool _isOver;

    /// <summary>Starts the thread.</summary>
    public BackgroundWork(string name, Func<TOrder, TResult> work)
    {
        _work = work;
        new Thread(Run) { IsBackground = true, Priority = ThreadPriority.BelowNormal, Name = name }.Start();
    }

    /// <summary>How many orders were given whose results were not taken yet.</summary>
    public int Pending { get; private set; }

    /// <summary>Gives an order.</summary>
    public void Ask(TOrder order)
    {
        Pending++;
        lock (_gate)
        {
            _orders.Enqueue(order);
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Takes a result, if there is one.</summary>
    public bool TryTake(out TResult? result)
    {
        var isDone = _done.TryDequeue(out result);
        Pending -= isDone ? 1 : 0;
        return isDone;
    }

    /// <summary>Gives up what is left to do. Nobody waits for what is being done: the thread ends after it.</summary>
    public void End()
    {
        lock (_gate)
        {
            _isOver = true;
            Monitor.Pulse(_gate);
        }
    }

    private void Run()
    {
        while (TryNext(out var order))
        {
            _done.Enqueue(_work(order));
        }
    }

    private bool TryNext(out TOrder order)
    {
        lock (_gate)
        {
            while (_orders.Count == 0 && !_isOver)
            {
                Monitor.Wait(_gate);
            }

            order = _isOver ? default! : _orders.Dequeue();
            return !_isOver;
        }
    }
}
