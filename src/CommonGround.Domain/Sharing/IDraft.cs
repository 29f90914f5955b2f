namespace CommonGround.Domain.Sharing;

/// <summary>Something that can be unfinished: until it is told, only its author and whoever writes it down for them read it.</summary>
public interface IDraft
{
    bool IsDraft { get; }

    Guid EnteredByPersonId { get; }
}
