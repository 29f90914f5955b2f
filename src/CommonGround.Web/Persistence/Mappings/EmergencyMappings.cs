using CommonGround.Domain.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommonGround.Web.Persistence.Mappings;

internal sealed class EmergencyMappings : IEntityTypeConfiguration<EmergencyAccess>, IEntityTypeConfiguration<EmergencyLedger>
{
    public void Configure(EntityTypeBuilder<EmergencyAccess> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Kinds).HasFewValues();
        builder.Ignore(e => e.Ends);
        builder.Ignore(e => e.IsUnusual);
        builder.HasOne(e => e.Person).WithMany().HasForeignKey(e => e.PersonId).IsRequired(false).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => e.CaseId);
        builder.HasIndex(e => new { e.OrganisationId, e.From });
        builder.HasIndex(e => new { e.PersonId, e.From });
        builder.HasIndex(e => new { e.LedByUnitId, e.From });
    }

    public void Configure(EntityTypeBuilder<EmergencyLedger> builder)
    {
        builder.HasKey(l => l.OrganisationId);
        builder.Property(l => l.OrganisationId).ValueGeneratedNever();
        builder.Property(l => l.Opened).IsConcurrencyToken();
    }
}
