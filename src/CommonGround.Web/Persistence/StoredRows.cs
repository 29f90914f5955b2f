namespace CommonGround.Web.Persistence;

/// <summary>A form post that was carried out: sent again, it has no second effect and leads to the same place.</summary>
public sealed class CommandDone
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Where the first one led.</summary>
    public required string Location { get; init; }
}

/// <summary>A message to send. It says that there is something, never what.</summary>
public sealed class OutboxMessage
{
    public required Guid Id { get; init; }

    public required Guid ToPersonId { get; init; }

    /// <summary>Which wording, e.g. <c>invitation</c>: a key of the message texts.</summary>
    public required string Template { get; init; }

    public required string Language { get; init; }

    /// <summary>Address in the product, with what is needed to open it.</summary>
    public required string Path { get; init; }

    /// <summary>Who sends, as a workplace may read it: person and organisation, never a unit.</summary>
    public required string Sender { get; init; }

    /// <summary>The code that redeems an invitation, if the message carries one.</summary>
    public string? Code { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? SentAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Not before this time: waiting after an attempt that did not go through.</summary>
    public DateTime NotBefore { get; set; }
}

/// <summary>A key that sign-in cookies and form tokens are protected with, shared by all nodes.</summary>
public sealed class SigningKey
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}
