namespace CommonGround.Domain;

/// <summary>
/// A reason why something was refused, as a value. The type's name is its stable name (<c>PlanChangedMeanwhile</c>):
/// pages, API and logs say the same word. Wording for people stands in text files, never here. Exceptions mean bugs.
/// </summary>
public abstract record Error
{
    /// <summary>The stable name, the same in every release.</summary>
    public string Name => GetType().Name;
}

/// <summary>What came of an attempt: a value, or the named reason why not.</summary>
public readonly record struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, Error? error)
    {
        _value = value;
        Error = error;
    }

    public Error? Error { get; }

    public bool Succeeded => Error is null;

    /// <summary>The value. Asking for it after a refusal is a bug, not a refusal.</summary>
    public T Value => Error is null ? _value! : throw new InvalidOperationException($"Refused: {Error.Name}");

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Error error) => new(default, error);

    public TResult Match<TResult>(Func<T, TResult> done, Func<Error, TResult> refused) =>
        Error is null ? done(_value!) : refused(Error);
}

/// <summary>The value of something that only had to be done.</summary>
public readonly record struct Done;
