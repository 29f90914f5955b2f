namespace CommonGround.Domain.Cases;

/// <summary>
/// Someone who was named as a person's manager, and works perhaps where that person is treated: what a unit's own list opens to all who work
/// there, it does not open to them about this person (guardrail 1). Read from the parties; stored nowhere else.
/// </summary>
public sealed class KeptApart
{
    private KeptApart()
    {
    }

    public Guid CitizenPersonId { get; private set; }

    public Guid PersonId { get; private set; }
}
